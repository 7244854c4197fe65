package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.people.SignIns;

/// One request of a page or form, as its handler sees it. Handlers read from top to bottom on a
/// virtual thread and may `await`.
public final class Visit {
  private static final Map<String, Role.Kind> KINDS =
      Arrays.stream(Role.Kind.values()).collect(Collectors.toMap(Enum::name, kind -> kind));

  private final RoutingContext context;
  private final Browser browser;
  private final Pages pages;
  private final Instant now;
  private final At at;
  private Optional<SignIns.SignedIn> signedIn = Optional.empty();
  private @Nullable Form form;

  /// Where this server is known to be.
  record At(String publicUrl, boolean demo) {}

  Visit(RoutingContext context, Browser browser, Pages pages, Instant now, At at) {
    this.context = context;
    this.browser = browser;
    this.pages = pages;
    this.now = now;
    this.at = at;
  }

  void signedIn(Optional<SignIns.SignedIn> found) {
    signedIn = found;
  }

  /// The adult who is signed in, whom the route has asked for.
  public Person me() {
    return signedIn.map(SignIns.SignedIn::person).orElseThrow(Problem::notFound);
  }

  /// The adult who is signed in, or nobody.
  public Optional<Person> maybe() {
    return signedIn.map(SignIns.SignedIn::person);
  }

  /// The sign-in itself.
  public Optional<SignIns.SignedIn> signIn() {
    return signedIn;
  }

  /// An id in the path; one that cannot be an id names nothing.
  public Id id(String name) {
    String text = context.pathParam(name);
    if (text == null || !Id.fits(text)) {
      throw Problem.notFound();
    }
    return new Id(text);
  }

  /// A text in the path.
  public String path(String name) {
    return Objects.requireNonNullElse(context.pathParam(name), "");
  }

  /// A text behind the question mark, at most 3,000 characters: an issuer's codes are long.
  public String query(String name) {
    String text = Objects.requireNonNullElse(context.request().getParam(name), "");
    return text.substring(0, Math.min(3000, text.length()));
  }

  /// What was typed.
  public Form form() {
    if (form == null) {
      form = new Form(context.request().formAttributes(), FileForm.of(context), pages.words());
    }
    return form;
  }

  /// When this request began.
  public Instant now() {
    return now;
  }

  /// What this browser is known by.
  public String browserText() {
    return browser.text();
  }

  /// A cookie of ours.
  public Optional<String> cookie(String name) {
    return browser.cookie(name);
  }

  /// The names of our cookies that begin so, the oldest first.
  public List<String> cookies(String beginning) {
    return browser.cookies(beginning);
  }

  /// Give the browser a cookie.
  public void keep(String name, String value, Duration age) {
    browser.keep(name, value, age);
  }

  /// Take a cookie away.
  public void forget(String name) {
    browser.forget(name);
  }

  /// The sentences.
  public Words words() {
    return pages.words();
  }

  /// Answer with a page.
  public void page(String template, Map<String, ? extends @Nullable Object> model) {
    page(200, template, model);
  }

  /// Answer with a page and a status.
  public void page(int status, String template, Map<String, ? extends @Nullable Object> model) {
    var all = new HashMap<String, @Nullable Object>(model);
    all.put("me", maybe().orElse(null));
    all.put("csrf", browser.csrf(maybe().map(Person::id)));
    all.put("once", Id.random().text());
    all.put("path", context.request().path());
    all.put("now", now);
    all.put("demo", at.demo());
    all.put("kinds", KINDS);
    if (form != null) {
      all.putIfAbsent("typed", form.typed());
      all.putIfAbsent("errors", form.errors());
    }
    all.putIfAbsent("typed", Map.of());
    all.putIfAbsent("errors", Map.of());
    String html = pages.render(template, all);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(html);
  }

  /// Show a form again with what is wrong beside its fields; nothing typed is lost.
  public void again(String template, Map<String, ? extends @Nullable Object> model) {
    page(422, template, model);
  }

  /// Answer with a file to keep.
  ///
  /// @param name as the browser keeps it: letters, digits, hyphens and one dot
  public void file(String type, String name, Buffer bytes) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .putHeader("Cache-Control", "no-store")
        .end(bytes);
  }

  /// Answer with a text for a script or to copy.
  public void text(String type, String text) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }

  /// Answer a program that asks for a calendar again and again; who has its mark gets nothing.
  public void feed(String mark, Supplier<String> text) {
    var response =
        context.response().putHeader("ETag", mark).putHeader("Cache-Control", "no-cache");
    if (mark.equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", "text/calendar; charset=utf-8").end(text.get());
    }
  }

  /// Answer with a picture drawn by us.
  public void svg(String text) {
    text("image/svg+xml", text);
  }

  /// What the web server knows of it, for answers that are no page.
  RoutingContext context() {
    return context;
  }

  /// Send the browser on: to a page of ours, or to sign in elsewhere.
  public void go(String to) {
    context.response().setStatusCode(303).putHeader("Location", to).end();
  }

  /// Answer with a problem's page. What a form of ours brought stands on it, so that it is not
  /// lost; what another site sent does not.
  void problem(Problem problem) {
    if (context.request().method() == HttpMethod.POST && ownPage()) {
      form();
    } else {
      form = null;
    }
    if (problem.status() == 503) {
      context.response().putHeader("Retry-After", "5");
    }
    page(
        problem.status(),
        "problem.ftlh",
        Map.of("key", problem.key(), "status", problem.status(), "onward", problem.onward()));
  }

  /// The id of the one thing that this form makes: however often it is pressed, it is the same.
  public Id made() {
    return form().raw("once").isEmpty() ? Id.random() : browser.made(form().all());
  }

  /// Tell whether a page of ours sends this, written for whoever is signed in here now. Where
  /// anybody may send, a page from before the signing in will do.
  boolean ownForm(Who who) {
    String token = form().raw("csrf");
    return ownPage()
        && (browser.csrfFits(token, maybe().map(Person::id))
            || (who instanceof Who.Anyone && browser.csrfFits(token, Optional.empty())));
  }

  private boolean ownPage() {
    String origin = context.request().getHeader("Origin");
    return origin == null
        || origin.equals("null")
        || origin.equals(at.publicUrl())
        || (at.demo() && origin.matches("http://(localhost|127\\.0\\.0\\.1):\\d+"));
  }
}
