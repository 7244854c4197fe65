package org.linkroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class TestAppTest {
  @Test
  void anAppComesBackAtItsAddressWithItsData() throws Exception {
    try (var app = TestApp.start()) {
      String before = get(app.url("/demo"));
      String address = app.url();
      app.restart();
      assertThat(app.url()).isEqualTo(address);
      assertThat(people(get(app.url("/demo")))).isEqualTo(people(before)).isNotEmpty();
    }
  }

  /// The people to sign in as, by the ids that the demo page's forms hold.
  private static java.util.List<String> people(String page) {
    return java.util.regex.Pattern.compile("name=\"?person\"? value=\"([a-z0-9]{12})\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String get(String url) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
