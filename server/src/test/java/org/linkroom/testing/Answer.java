package org.linkroom.testing;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// An answer as it came, read as a page.
public record Answer(String path, HttpResponse<String> response) {
  /// The HTTP status.
  public int status() {
    return response.statusCode();
  }

  /// The text of the body.
  public String body() {
    return response.body();
  }

  /// A header; empty if there is none.
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// All cookies that this answer sets, as their header lines.
  public List<String> setCookies() {
    return response.headers().allValues("Set-Cookie");
  }

  /// The page.
  public Document page() {
    return Jsoup.parse(body());
  }

  /// The page's title.
  public String title() {
    return page().title();
  }

  /// What the page says in its main part.
  public String says() {
    return page().select("main").text();
  }

  /// What stands beside a field as wrong with it; empty if nothing.
  public String wrong(String field) {
    var beside = page().getElementById(field);
    if (beside == null) {
      return "";
    }
    var around = beside.tagName().equals("fieldset") ? beside : beside.parent();
    return around == null ? "" : around.select(".error").text();
  }

  /// A field's value as the page shows it again.
  public String typed(String field) {
    var at = page().select("[name=" + field + "]");
    if (at.isEmpty()) {
      return "";
    }
    return switch (at.first().tagName()) {
      case "textarea" -> text(at.first());
      case "select" -> at.select("option[selected]").attr("value");
      default ->
          at.attr("type").equals("radio") ? at.select("[checked]").attr("value") : at.attr("value");
    };
  }

  /// What stands in a text area: a browser leaves out the line end right behind its tag.
  static String text(Element area) {
    return area.wholeText().replaceFirst("^\n", "");
  }
}
