package org.linkroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// One browser over real HTTP: it keeps cookies, sends forms with their hidden fields and its own
/// Origin, and follows a 303 with a GET. It keeps Secure cookies on plain HTTP too, so that what an
/// https address is given can be tested without a certificate.
public final class Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REDIRECTS = 5;
  private static final int LOOKS = 100;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String url;
  private String origin;

  /// @param url where the server listens, such as http://localhost:8080
  public Visitor(String url) {
    this.url = url;
    this.origin = url;
  }

  /// Be a browser that knows the server by another address than the one that it connects to.
  public Visitor knowing(String publicUrl) {
    origin = publicUrl;
    return this;
  }

  /// Look at a page, and where it sends on.
  public Answer get(String path) {
    return follow(send("GET", path, null, Map.of()));
  }

  /// Ask once, following nothing.
  ///
  /// @param form the body, as a form is encoded; null for none
  public Answer send(String method, String path, String form, Map<String, String> headers) {
    var all = new LinkedHashMap<String, String>();
    if (form != null) {
      all.put("Content-Type", "application/x-www-form-urlencoded");
    }
    all.putAll(headers);
    return sends(
        method, path, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form), all);
  }

  private Answer sends(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    request.method(method, body);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieLine());
    }
    headers.forEach(request::setHeader);
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(path, answer);
    } catch (IOException broken) {
      throw new AssertionError(method + " " + path + " got no answer", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path + " was interrupted", stopped);
    }
  }

  private String cookieLine() {
    return cookies.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String line) {
    String[] parts = line.split(";", 2);
    String[] pair = parts[0].split("=", 2);
    if (line.matches("(?i).*max-age=0(;.*)?")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private Answer follow(Answer first) {
    var answer = first;
    for (int i = 0; answer.status() == 303; i++) {
      if (i == REDIRECTS) {
        throw new AssertionError(first.path() + " sends round in circles");
      }
      answer = send("GET", answer.header("Location"), null, Map.of());
    }
    return answer;
  }

  /// Send a form of a page as a browser would, and follow.
  ///
  /// @param action the form's address
  /// @param typed names and values by turns; a name that the form has not fails, as no browser
  /// would
  ///     send it
  public Answer submit(Answer on, String action, String... typed) {
    return follow(press(on, action, typed));
  }

  /// Send a form without following.
  public Answer press(Answer on, String action, String... typed) {
    return post(action, fill(on, action, typed), Map.of());
  }

  /// What a browser would send of a form.
  public Map<String, String> fill(Answer on, String action, String... typed) {
    var forms = on.page().select("form[method=post][action=" + action + "]");
    if (forms.isEmpty()) {
      throw new AssertionError(on.path() + " has no form to " + action + ":\n" + on.body());
    }
    return fill(forms.first(), typed);
  }

  private static Map<String, String> fill(Element form, String... typed) {
    var fields = new LinkedHashMap<String, String>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      switch (field.tagName()) {
        case "textarea" -> fields.put(field.attr("name"), Answer.text(field));
        case "select" ->
            fields.put(field.attr("name"), field.select("option[selected]").attr("value"));
        default -> {
          boolean pressed = field.attr("type").matches("radio|checkbox");
          if (!pressed || field.hasAttr("checked")) {
            fields.put(field.attr("name"), field.attr("value"));
          }
        }
      }
    }
    for (int i = 0; i < typed.length; i += 2) {
      if (form.select("[name=" + typed[i] + "]").isEmpty()) {
        throw new AssertionError("the form has no field " + typed[i] + ":\n" + form);
      }
      fields.put(typed[i], typed[i + 1]);
    }
    return fields;
  }

  /// Send the one of a page's forms to this address in which a hidden field holds this.
  public Answer submitRow(Answer on, String action, String name, String value) {
    for (Element form : on.page().select("form[action=" + action + "]")) {
      if (form.select("[name=" + name + "]").attr("value").equals(value)) {
        return follow(post(action, fill(form), Map.of()));
      }
    }
    throw new AssertionError(on.path() + " has no form to " + action + " for " + value);
  }

  /// Send fields as our own page's form would.
  public Answer post(String path, Map<String, String> fields, Map<String, String> headers) {
    var all = new LinkedHashMap<String, String>();
    all.put("Origin", origin);
    all.putAll(headers);
    return send("POST", path, encoded(fields), all);
  }

  /// Send a form that brings a file, as a browser would, and follow.
  ///
  /// @param name the field of the file
  public Answer upload(Answer on, String action, String name, byte[] file, String... typed) {
    var fields = fill(on, action, typed);
    fields.remove(name);
    var body = new ByteArrayOutputStream();
    fields.forEach((field, value) -> part(body, field, "", value.getBytes(StandardCharsets.UTF_8)));
    part(body, name, "; filename=\"a.bin\"", file);
    body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return follow(
        sends(
            "POST",
            action,
            BodyPublishers.ofByteArray(body.toByteArray()),
            Map.of("Content-Type", "multipart/form-data; boundary=limit", "Origin", origin)));
  }

  private static void part(ByteArrayOutputStream body, String name, String more, byte[] value) {
    String head = "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more;
    body.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(value);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /// Fields as a form encodes them.
  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> percent(each.getKey()) + "=" + percent(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Become somebody of the demo by one press.
  public Answer signInAs(String name) {
    var demo = get("/demo");
    for (Element row : demo.page().select("li:has(form)")) {
      if (row.select("strong").text().equals(name)) {
        return follow(post("/demo/sign-in", fill(row.selectFirst("form")), Map.of()));
      }
    }
    throw new AssertionError("nobody of the demo is called " + name);
  }

  /// Sign in by the link of a mail, read from the demo's page of mails.
  public Answer signInByMail(String email) {
    submit(get("/sign-in"), "/sign-in", "email", email);
    String link = mailedLink(email);
    return submit(get(link), link);
  }

  /// The path of the newest link that was mailed to an address.
  public String mailedLink(String email) {
    return mailed(email).select("a").attr("href").replaceFirst("https?://[^/]+", "");
  }

  /// The newest mail to an address, which goes out behind the answer's back: waited for, with a
  /// bound.
  public Element mailed(String email) {
    for (int look = 0; look < LOOKS; look++) {
      var found = mail(email);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new AssertionError("no mail to " + email);
  }

  /// The newest mail to an address, as the demo's page shows it.
  public Optional<Element> mail(String email) {
    return get("/demo/mails").page().select("article").stream()
        .filter(mail -> mail.select(".soft").text().contains(email))
        .findFirst();
  }

  /// What a cookie holds, if this browser has it.
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /// The names of the cookies that this browser has.
  public List<String> cookieNames() {
    return new ArrayList<>(cookies.keySet());
  }

  /// Hold a cookie, as a thief or an old browser would.
  public void hold(String name, String value) {
    cookies.put(name, value);
  }

  /// Lose a cookie.
  public void lose(String name) {
    cookies.remove(name);
  }
}
