package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Visitor;

/// Further devices: by a code, which only asks, and by a picture, once.
class JoiningTest extends SchoolMorning {
  private static String sheetCode() {
    var sheet = visitor("Miss Khan").get("/sessions/" + session + "/sheet");
    return sheet.page().select(".bigcode").getFirst().text();
  }

  private static Answer join(Visitor visitor, String code, String kind) {
    return visitor.submit(visitor.get("/join"), "/join", "code", code, "kind", kind);
  }

  @ParameterizedTest
  @CsvSource({"board, BOARD", "tablet, TABLET", "mic, MIC"})
  void aCodeOnlyAsks(String kind, String device) {
    var visitor = new Visitor(app.url());
    String code = sheetCode();
    assertThat(code).matches("[34679ACDEFGHJKNPQRTWXY]{3} [34679ACDEFGHJKNPQRTWXY]{3}");
    var room = join(visitor, code.toLowerCase(java.util.Locale.ROOT), kind);
    assertThat(room.page().body().className()).isEqualTo("board");
    var pass = pass(visitor, room);
    assertThat(pass.asks()).isTrue();
    assertThat(pass.kind().name()).isEqualTo(device);
    assertThat(pass.role().key()).isFalse();
    assertThat(pass.person()).isNull();
  }

  @Test
  void aCodeOfAnotherDayIsToldSo() {
    String code = sheetCode();
    try {
      app.clock().pass(Duration.ofDays(2));
      assertThat(join(new Visitor(app.url()), code, "board").wrong("code"))
          .contains("That code is for another day");
    } finally {
      app.clock().set(java.time.Instant.parse("2027-03-15T09:00:00Z"));
    }
  }

  @Test
  void whoGuessesCodesIsStopped() {
    var visitor = new Visitor(app.url());
    for (int i = 0; i < 12; i++) {
      assertThat(join(visitor, "AAAAAA", "board").status()).isEqualTo(422);
    }
    assertThat(join(visitor, "AAAAAA", "board").status()).isEqualTo(429);
    assertThat(join(visitor, sheetCode(), "board").status()).as("even a right one").isEqualTo(429);
    assertThat(join(new Visitor(app.url()), sheetCode(), "board").status())
        .as("the next tablet of the same school")
        .isEqualTo(200);
  }

  @Test
  void aPictureLetsOneDeviceAskOnce() {
    var hers = visitor("Miss Khan");
    var room = goIn(hers, "me");
    String qr = room.page().select("#room").attr("data-qr");
    var picture = hers.get(qr);
    assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
    var board = goIn(hers, "class");
    assertThat(hers.get(board.path() + "/qr").status()).as("never on a board").isEqualTo(404);
    assertThat(new Visitor(app.url()).get(qr).status()).isEqualTo(404);
  }

  @Test
  void aPicturesTokenEndsWithItsUse() {
    var codes = new org.linkroom.people.Hashes(app.settings().secret());
    String token = org.linkroom.people.Hashes.secret();
    town.database()
        .run(
            "INSERT INTO join_token (token, session, class, until) VALUES (?, ?, ?, '2027-03-15T09:10:00Z')",
            codes.of(token),
            session,
            town.schoolClass("4B"));
    String path = "/join/qr/" + token;
    var visitor = new Visitor(app.url());
    visitor.get(path);
    var room = visitor.submit(visitor.get(path), path, "kind", "tablet");
    assertThat(pass(visitor, room).asks()).isTrue();
    var second = new Visitor(app.url());
    var again = second.submit(second.get(path), path, "kind", "tablet");
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.says()).contains("This picture has been used");
  }
}
