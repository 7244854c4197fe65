package org.linkroom;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Words;
import org.linkroom.calendar.Post;
import org.linkroom.embedded.Claim;
import org.linkroom.embedded.EmbeddedPostgres;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.embedded.Secrets;
import org.linkroom.live.Admission;
import org.linkroom.live.LiveDoor;
import org.linkroom.network.Demo;
import org.linkroom.network.Links;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.people.Passes;
import org.linkroom.people.People;
import org.linkroom.people.SignIns;
import org.linkroom.records.Migration;
import org.linkroom.records.Records;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.Figures;
import org.linkroom.room.Journal;
import org.linkroom.room.Rooms;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.Sessions;
import org.linkroom.web.Door;
import org.linkroom.web.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where objects are made and joined. It starts everything in order and stops it in
/// the other: the live door first, so that every page is told to come back.
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final List<AutoCloseable> closers = new ArrayList<>();
  private final InstantSource clock;
  private final Settings settings;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Figures figures = new Figures(registry);
  private int port;
  private @Nullable Door door;

  private App(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Start everything.
  public static App start(Settings settings) {
    return start(settings, InstantSource.system(), () -> Duration.ZERO);
  }

  /// Start everything on another clock than the machine's, and rooms so far ahead of Redis's.
  public static App start(Settings settings, InstantSource clock, Supplier<Duration> lead) {
    var app = new App(settings, clock);
    try {
      app.start(lead);
    } catch (RuntimeException fault) {
      app.close();
      throw fault;
    }
    return app;
  }

  /// The secret that passes and cookies are signed with.
  static String secret(Settings settings) {
    return settings.secret().isEmpty()
        ? Secrets.kept(settings.data().resolve("secret"))
        : settings.secret();
  }

  private void start(Supplier<Duration> lead) {
    if (settings.database().url().isEmpty() || settings.redis().url().isEmpty()) {
      closers.add(Claim.of(settings.data()));
    }
    String database = database();
    String redisUrl = redis();
    Migration.run(database);
    var vertx = vertx();
    var records = Records.open(vertx, database, settings.database().connections());
    closers.add(() -> wait(records.close()));
    var redis = new RedisLink(vertx, redisUrl);
    wait(redis.start());
    closers.add(redis::close);
    var journal = new Journal(vertx, records, clock);
    var links = new Links(records);
    var sessions = new Sessions(records);
    var plans = new RoomPlans(records, sessions, links, settings.room());
    var rooms = new Rooms(vertx, clock, lead, redis, journal, plans, figures);
    wait(rooms.start());
    if (settings.demo()) {
      wait(new Demo(records, clock).load());
    }
    closers.addAll(Repeating.start(vertx, records, rooms, settings.room(), clock));
    var health = new Health(vertx, records, redis, journal, rooms);
    serve(vertx, records, health, rooms, links, sessions, plans);
  }

  private void serve(
      Vertx vertx,
      Records records,
      Health health,
      Rooms rooms,
      Links links,
      Sessions sessions,
      RoomPlans plans) {
    var hashes = new Hashes(secret(settings));
    var passes = new Passes(secret(settings));
    var people = new People(records);
    var signIns = new SignIns(records, people, hashes, clock, settings.signIn().ownDevice());
    port = settings.port() == 0 ? OnePort.free() : settings.port();
    String url = settings.publicUrl(port);
    var live = live(rooms, passes, url);
    var mailer = mailer(vertx, records);
    mailer.start();
    closers.add(mailer::stop);
    closers.addAll(
        Repeating.start(
            new Post(vertx, records, mailer, new Words(), url, settings.mail().from(), clock),
            hashes));
    var needs =
        new Door.Needs(
            records, health, registry, rooms, links, sessions, plans, people, signIns, passes,
            hashes, mailer, clock);
    var set =
        new Door.Set(
            url,
            settings.demo(),
            settings.signIn().mailed(),
            settings.signIn().spoken(),
            settings.video().direct(),
            settings.mail().from(),
            settings.signIn().issuers());
    door = new Door(vertx, wait(OnePort.pageThreads(vertx)), needs, set);
    listen(vertx, live, rooms, health);
  }

  private LiveDoor live(Rooms rooms, Passes passes, String url) {
    var admission = new Admission(passes, origins(url), url.startsWith("https:"), clock);
    return new LiveDoor(rooms, admission, settings.video().direct(), figures, clock);
  }

  private Mailer mailer(Vertx vertx, Records records) {
    var mail = settings.mail();
    var smtp =
        new Mailer.Smtp(
            mail.host(), mail.port(), mail.user(), mail.password(), mail.tls(), mail.from());
    return new Mailer(vertx, records, smtp, clock);
  }

  private void listen(Vertx vertx, LiveDoor live, Rooms rooms, Health health) {
    var both = new OnePort(live, door().router());
    var loops = wait(both.listen(vertx, settings.host(), port));
    // Nobody new comes in from here on, while what is under way has all that it needs.
    closers.add(() -> wait(Future.all(loops.stream().map(vertx::undeploy).toList())));
    closers.add(() -> wait(rooms.drain()));
    closers.add(live::close);
    health.serving(figures);
    closers.add(
        () -> {
          health.draining();
          // Whoever sends people here looks at our health now and then, and must see it first.
          Thread.sleep(settings.beforeLeaving());
        });
  }

  private Set<String> origins(String url) {
    var origins = new HashSet<>(Set.of(url));
    if (settings.demo()) {
      origins.addAll(List.of("http://localhost:" + port, "http://127.0.0.1:" + port));
    }
    return origins;
  }

  private String database() {
    if (!settings.database().url().isEmpty()) {
      return settings.database().url();
    }
    var postgres = EmbeddedPostgres.start(settings.data().resolve("postgres"));
    closers.add(postgres);
    return postgres.url("linkroom");
  }

  private String redis() {
    if (!settings.redis().url().isEmpty()) {
      return settings.redis().url();
    }
    var redis = EmbeddedRedis.start(settings.data().resolve("redis"));
    closers.add(redis);
    return redis.url();
  }

  private Vertx vertx() {
    var vertx = Metered.vertx(registry);
    closers.add(() -> wait(vertx.close()));
    return vertx;
  }

  private static <T extends @Nullable Object> T wait(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(STOP.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /// Where pages are.
  public String url() {
    return settings.publicUrl(port);
  }

  /// The door of pages, for the test that walks its routes.
  public Door door() {
    return Objects.requireNonNull(door);
  }

  /// The port that it listens on.
  public int port() {
    return port;
  }

  @Override
  public void close() {
    for (AutoCloseable closer : closers.reversed()) {
      try {
        closer.close();
      } catch (Exception fault) {
        LOG.warn("stop=incomplete fault={}", fault.toString());
      }
    }
    closers.clear();
  }
}
