package org.linkroom.web;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linkroom.people.Hashes;
import org.linkroom.people.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every page and form, each with who may call it. A body is read on the connection's event loop;
/// the handler then runs on a virtual thread, reads from top to bottom and may wait.
public final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self';"
          + " connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final Pattern HALF_ESCAPED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final List<Route> all = new ArrayList<>();
  private final Router router;
  private final List<Context> threads;
  private final AtomicInteger turn = new AtomicInteger();
  private final Pages pages;
  private final SignIns signIns;
  private final Hashes hashes;
  private final InstantSource clock;
  private final String publicUrl;
  private final boolean demo;

  /// A page's or form's handler.
  public interface Handler {
    /// Answer the visit, or throw a `Problem`.
    void handle(Visit visit) throws Exception;
  }

  /// One route.
  public record Route(HttpMethod method, String path, Who who) {}

  /// @param threads virtual-thread contexts that handlers run on
  public Routes(
      Vertx vertx,
      List<Context> threads,
      Pages pages,
      Assets assets,
      SignIns signIns,
      Hashes hashes,
      InstantSource clock,
      String publicUrl,
      boolean demo) {
    this.threads = List.copyOf(threads);
    this.pages = pages;
    this.signIns = signIns;
    this.hashes = hashes;
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.demo = demo;
    router = Router.router(vertx);
    router.route().handler(this::headers).failureHandler(this::failed);
    router
        .routeWithRegex("/assets/[^/]+/(?<file>.+)")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            context -> {
              if (!assets.answer(requireNonNull(context.pathParam("file")), context.response())) {
                context.fail(404);
              }
            });
    FileForm.bodies(router, context -> signIns.find(cookie(context)).map(Optional::isPresent));
    router.errorHandler(404, context -> run(context, Who.anyone(), _ -> notFound()));
    router.errorHandler(405, context -> run(context, Who.anyone(), _ -> otherwise(context)));
  }

  private void headers(RoutingContext context) {
    if (secure()) {
      context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Security-Policy", CONTENT_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
    if (HALF_ESCAPED.matcher(context.request().uri()).find()) {
      context.fail(400);
    } else {
      context.next();
    }
  }

  /// Add a page.
  public void get(String path, Who who, Handler handler) {
    add(HttpMethod.GET, path, who, handler);
  }

  /// Add a form's POST; it needs the form's token.
  public void post(String path, Who who, Handler handler) {
    add(
        HttpMethod.POST,
        path,
        who,
        visit -> {
          if (!visit.ownForm(who)) {
            throw Problem.foreignForm();
          }
          handler.handle(visit);
        });
  }

  private void add(HttpMethod method, String path, Who who, Handler handler) {
    all.add(new Route(method, path, who));
    var route = router.route(path).method(method);
    if (method == HttpMethod.GET) {
      route.method(HttpMethod.HEAD);
    }
    route.handler(context -> run(context, who, handler));
  }

  /// All routes, for the test that walks them with every role.
  public List<Route> all() {
    return List.copyOf(all);
  }

  /// The router behind the one port.
  public Router router() {
    return router;
  }

  private void run(RoutingContext context, Who who, Handler handler) {
    threads
        .get(Math.floorMod(turn.getAndIncrement(), threads.size()))
        .runOnContext(go -> visit(context, who, handler));
  }

  private void visit(RoutingContext context, Who who, Handler handler) {
    var browser = new Browser(context, hashes, secure());
    var visit = new Visit(context, browser, pages, clock.instant(), new Visit.At(publicUrl, demo));
    try {
      signedIn(visit, browser);
      if (who.admits(visit.maybe())) {
        handler.handle(visit);
      } else if (visit.maybe().isEmpty() && context.request().method() != HttpMethod.POST) {
        visit.go("/sign-in?to=" + encoded(context.request().uri()));
      } else {
        throw visit.maybe().isEmpty() ? Problem.saying(401, "problem.signin") : Problem.notForYou();
      }
    } catch (Problem problem) {
      visit.problem(problem);
    } catch (Exception fault) {
      // The route's pattern, not its path: a path may hold a one-time secret.
      LOG.error("route={} fault={}", route(context), fault.toString(), fault);
      if (!context.response().ended()) {
        visit.problem(Problem.saying(503, "problem.fault"));
      }
    }
  }

  private static String route(RoutingContext context) {
    var route = context.currentRoute();
    return route == null ? "none" : String.valueOf(route.getPath());
  }

  private String cookie(RoutingContext context) {
    return new Browser(context, hashes, secure()).cookie("linkroom").orElse("");
  }

  private void signedIn(Visit visit, Browser browser) {
    var cookie = browser.cookie("linkroom");
    if (cookie.isEmpty()) {
      return;
    }
    Optional<SignIns.SignedIn> found = signIns.find(cookie.get()).await();
    visit.signedIn(found);
    if (found.isEmpty()) {
      browser.forget("linkroom");
    } else if (!found.get().cookie().equals(cookie.get())) {
      var age = Duration.between(visit.now(), found.get().until());
      browser.keep("linkroom", found.get().cookie(), age);
    }
  }

  private static void notFound() {
    throw Problem.notFound();
  }

  /// The path is one of ours, asked in a way that it does not take.
  private void otherwise(RoutingContext context) {
    String path = context.normalizedPath();
    String allow =
        all.stream()
            .filter(route -> path.matches(route.path().replaceAll(":[a-z]+", "[^/]+")))
            .map(route -> route.method() == HttpMethod.GET ? "GET, HEAD" : route.method().name())
            .distinct()
            .collect(Collectors.joining(", "));
    // Forms' bodies are read at any path, so the router thinks that there might be something to
    // post.
    if (allow.isEmpty()) {
      throw Problem.notFound();
    }
    context.response().putHeader("Allow", allow);
    throw Problem.saying(405, "problem.method");
  }

  private boolean secure() {
    return publicUrl.startsWith("https:");
  }

  /// A fault before any handler of ours: a body that is too large or no form, an address that is
  /// none. A router's own error handlers would not wait for the page.
  private void failed(RoutingContext context) {
    int status = context.statusCode();
    run(
        context,
        Who.anyone(),
        _ -> {
          throw switch (status) {
            case 404 -> Problem.notFound();
            case 413 -> Problem.saying(413, "problem.large");
            case 400 -> Problem.malformed();
            case 401 -> Problem.saying(401, "problem.signin");
            default -> Problem.saying(503, "problem.fault");
          };
        });
  }

  private static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }
}
