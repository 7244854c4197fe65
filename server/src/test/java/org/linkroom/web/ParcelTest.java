package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Limits;
import org.linkroom.testing.Answer;
import org.linkroom.testing.MediaFiles;
import org.linkroom.testing.Visitor;

/// A class packs a parcel, its own adult approves and sends it, and the other class opens it.
class ParcelTest extends TheDemo {
  private static final byte[] PHOTO = MediaFiles.ofPhone(400, 200, 6);
  private String link;
  private String pack;
  private Visitor khan;
  private Visitor okafor;

  @BeforeEach
  void come() {
    link = "/links/" + town.link("4B", "4K");
    pack = link + "/parcel/" + town.schoolClass("4B");
    khan = as("Miss Khan");
    okafor = as("Mr Okafor");
  }

  @AfterEach
  void clean() {
    for (String table : new String[] {"garden_question", "parcel", "link_item"}) {
      town.database().run("DELETE FROM " + table);
    }
    town.database().run("UPDATE school SET photos = 'faces'");
  }

  private Answer adds(String alt) {
    return khan.upload(khan.get(pack), pack + "/pictures", "picture", PHOTO, "alt", alt);
  }

  private Answer approves() {
    String id = picture();
    return khan.submit(
        khan.get(pack), pack + "/approve", "names-" + id, "yes", "shown-" + id, "yes");
  }

  /// What is said of a tick.
  private static String told(Answer answer, String field) {
    return answer.page().select("#" + field + "-error").text();
  }

  private static String picture() {
    return town.database().one("SELECT id FROM picture LIMIT 1");
  }

  private Answer sends() {
    return khan.submit(khan.get(pack), pack + "/send", "looked", "yes", "named", "yes");
  }

  private void sent() {
    adds("Our oak");
    approves();
    khan.submit(khan.get(pack), pack, "words", "We have an oak. What grows where you are?");
    assertThat(sends().status()).isEqualTo(200);
  }

  private String parcel() {
    return link + "/parcels/" + town.database().one("SELECT id FROM parcel");
  }

  private int sees(Visitor who) {
    return who.send("GET", link + "/pictures/" + picture(), null, Map.of()).status();
  }

  @Test
  void nothingIsSeenByOthersBeforeItsOwnAdultHasApprovedAndSentIt() {
    adds("Our oak");
    assertThat(sees(khan)).isEqualTo(200);
    assertThat(sees(okafor)).as("not approved").isEqualTo(404);
    String id = picture();
    var half = khan.press(khan.get(pack), pack + "/approve", "names-" + id, "yes");
    assertThat(told(half, "shown-" + id)).isNotEmpty();
    assertThat(sends().wrong("send")).contains("One picture is not approved yet");
    approves();
    assertThat(sees(okafor)).as("not sent").isEqualTo(404);
    var bare = khan.press(khan.get(pack), pack + "/send");
    assertThat(told(bare, "looked")).contains("Please tick");
    assertThat(sends().says()).contains("A parcel from 4B");
    assertThat(sees(okafor)).isEqualTo(200);
    assertThat(sees(as("Mrs Pratt"))).as("of another link").isEqualTo(404);
    assertThat(sees(as("Ruth Lindley"))).as("no adult of either class").isEqualTo(404);
  }

  @Test
  void aPictureIsKeptByNobodyAndHasNothingHiddenInIt() {
    sent();
    var answer = okafor.send("GET", link + "/pictures/" + picture(), null, Map.of());
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.body()).doesNotContain("Exif", "Zadie");
    assertThat(town.database().one("SELECT width || 'x' || height FROM picture"))
        .isEqualTo("200x400");
  }

  @Test
  void theOtherClassHearsOfItOpensItStepByStepAndAnswers() {
    sent();
    assertThat(okafor.get(link).says()).contains("A parcel has come from 4B");
    assertThat(khan.get(link).says()).doesNotContain("A parcel has come");
    String session = "/sessions/" + town.nextSession(town.link("4B", "4K"));
    assertThat(okafor.get(session).says()).contains("A parcel has come from 4B");
    String email = town.database().one("SELECT email FROM person WHERE name = 'Mr Okafor'");
    assertThat(okafor.mailed(email).text()).contains("4B, Hilltop Primary has sent a parcel");
    String open = parcel() + "/open";
    assertThat(okafor.get(open).says()).contains("A parcel from 4B!", "1 of 4");
    assertThat(okafor.get(open + "?at=1").says()).contains("We have an oak.");
    var image = okafor.get(open + "?at=2").page().select("main img");
    assertThat(image.attr("alt")).isEqualTo("Our oak");
    assertThat(okafor.get(open + "?at=99").says()).contains("What did we notice?", "4 of 4");
    assertThat(okafor.get(link).says()).doesNotContain("A parcel has come");
    var done =
        okafor.submit(
            okafor.get(parcel()),
            parcel() + "/answer",
            "noticed",
            "Your oak is older than our school.",
            "ask1",
            "Who planted it?");
    assertThat(done.page().select("form[action$=/answer]")).isEmpty();
    assertThat(khan.get(parcel()).says()).contains("4K noticed", "older than our school");
    assertThat(town.database().one("SELECT words FROM garden_question"))
        .isEqualTo("Who planted it?");
  }

  @Test
  void aParcelIsContactAndStandsInTheYearAndInTheLog() {
    sent();
    assertThat(khan.get(link).says()).contains("Exchange of work", "A parcel from 4B");
    String log = "/schools/" + town.school("Hilltop Primary") + "/log?kind=parcel";
    assertThat(as("Mrs Holroyd").get(log).says())
        .contains("approved a picture for the other class", "sent a parcel")
        .doesNotContain("oak");
  }

  @ParameterizedTest
  @CsvSource({
    "Write to zadie@home.example, an address",
    "Ring 07700 900123, a phone number",
    "I live at BD1 1HY, a postcode",
    "See www.us.example, a link",
    "By Zadie Oyelaran, looks like a full name"
  })
  void noTextThatOthersReadSaysWhoAChildIs(String text, String said) {
    var words = khan.submit(khan.get(pack), pack, "words", text);
    assertThat(words.wrong("words")).contains(said);
    assertThat(words.typed("words")).isEqualTo(text);
    assertThat(adds(text).wrong("alt")).contains(said);
    var sound =
        khan.upload(
            khan.get(pack), pack + "/sound", "sound", MediaFiles.mp3(4), "transcript", text);
    assertThat(sound.wrong("transcript")).contains(said);
    assertThat(town.database().one("SELECT count(*)::text FROM picture")).isEqualTo("0");
  }

  @Test
  void anAdultSaysThatANameIsNoPupils() {
    var asked = khan.submit(khan.get(pack), pack, "words", "We read Roald Dahl.");
    var kept = khan.submit(asked, pack, "fine-words", "Roald Dahl");
    assertThat(kept.typed("words")).isEqualTo("We read Roald Dahl.");
  }

  @Test
  void theStricterSchoolsRuleHoldsAlsoForWhatWasSentBefore() {
    sent();
    town.database()
        .run("UPDATE school SET photos = 'no-faces' WHERE name = 'Riverside C of E Primary'");
    assertThat(sees(okafor)).as("it was approved where faces were allowed").isEqualTo(404);
    assertThat(okafor.get(parcel()).page().select(".gallery img")).isEmpty();
    assertThat(khan.get(pack).says()).contains("No face may be seen", "Riverside C of E Primary");
    town.database().run("UPDATE school SET photos = 'none' WHERE name = 'Hilltop Primary'");
    var page = khan.get(pack);
    assertThat(page.says()).contains("No pictures are sent in this link");
    assertThat(page.page().select("form[action$=/pictures]")).isEmpty();
  }

  @Test
  void whatIsNoPictureIsRefusedInKindWords() {
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var page = khan.get(pack);
    String to = pack + "/pictures";
    assertThat(khan.upload(page, to, "picture", heic, "alt", "Us").wrong("picture"))
        .contains("HEIC", "Most Compatible");
    assertThat(khan.upload(page, to, "picture", new byte[0], "alt", "").wrong("picture"))
        .contains("Please choose a picture");
    assertThat(khan.upload(page, to, "picture", PHOTO, "alt", "").wrong("alt")).isNotEmpty();
    byte[] huge = new byte[Limits.MEDIA_BYTES + 1];
    assertThat(khan.upload(page, to, "picture", huge, "alt", "Us").status()).isEqualTo(413);
    assertThat(new Visitor(app.url()).post(to, Map.of(), Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aSoundHasItsWordsAndAPartOfItCanBeAskedFor() {
    var page = khan.get(pack);
    String to = pack + "/sound";
    byte[] song = MediaFiles.mp3(6);
    assertThat(khan.upload(page, to, "sound", song, "transcript", "").wrong("transcript"))
        .contains("Please fill this in");
    var put = khan.upload(page, to, "sound", song, "transcript", "We sing of rain.");
    assertThat(put.page().select("audio")).hasSize(1);
    assertThat(told(sends(), "heard")).contains("Please tick");
    khan.submit(put, pack + "/send", "looked", "yes", "named", "yes", "heard", "yes");
    var part = okafor.send("GET", parcel() + "/sound", null, Map.of("Range", "bytes=417-833"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes 417-833/" + MediaFiles.mp3Frames(6).length);
  }

  @Test
  void cardsOfAPlanMayBeAboutAnApprovedPicture() {
    adds("Our oak");
    String plan = "/sessions/" + town.nextSession(town.link("4B", "4K")) + "/plan";
    var page = khan.submit(khan.get(plan), plan, "plan", "first-meeting");
    assertThat(page.page().select("#about-rules")).as("nothing is approved").isEmpty();
    approves();
    page = khan.get(plan);
    assertThat(page.page().select("#about-rules option").eachText())
        .containsExactly("No picture", "4B: Our oak");
    khan.submit(page, plan + "/edit", "about-rules", picture());
    assertThat(khan.get(plan).page().select("#about-rules option[selected]").attr("value"))
        .isEqualTo(picture());
    assertThat(town.database().one("SELECT run_plan FROM session WHERE run_plan IS NOT NULL"))
        .as("not what can be seen, but which")
        .contains(picture())
        .doesNotContain("Our oak");
    town.database().run("UPDATE session SET run_plan = NULL");
  }

  @Test
  void aPassOpensNoPictureBeforeItsDeviceIsInTheRoom() {
    adds("Our oak");
    approves();
    String in = "/sessions/" + town.nextSession(town.link("4B", "4K")) + "/go-in";
    var sent = okafor.press(okafor.get(in), in, "screen", "me");
    String room = sent.header("Location");
    assertThat(room).startsWith("/room/");
    String way = room + "/pictures/" + picture();
    assertThat(okafor.send("GET", way, null, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aParcelIsTakenBackForGoodByItsOwnClassAlone() {
    sent();
    String parcel = parcel();
    assertThat(okafor.get(parcel).page().select("form[action$=/back]")).isEmpty();
    khan.submit(khan.get(parcel), parcel + "/back");
    assertThat(okafor.get(parcel).status()).isEqualTo(404);
    assertThat(town.database().one("SELECT count(*)::text FROM picture")).isEqualTo("0");
  }

  @Test
  void aParcelHoldsTenPictures() {
    adds("Our oak");
    town.database()
        .run(
            """
            INSERT INTO picture (id, parcel, alt, width, height, large, small, made_by, made_at)
            SELECT 'z' || lpad(n::text, 11, '0'), parcel, alt, width, height, large, small, made_by, made_at
            FROM picture, generate_series(1, 8) n""");
    var page = khan.get(pack);
    assertThat(adds("The tenth").says()).contains("10 of 10");
    var more = khan.upload(page, pack + "/pictures", "picture", PHOTO, "alt", "One more");
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.says()).contains("A parcel holds 10 pictures");
  }

  @Test
  void aCopyOfALinkTellsOfItsPictures() {
    sent();
    var copy = new JsonObject(as("Mrs Holroyd").get(link + "/export").body());
    assertThat(copy.getJsonArray("picture").encode()).contains("Our oak").doesNotContain("\\\\x");
    assertThat(copy.getJsonArray("parcel").encode()).contains("We have an oak");
    var head = as("Mrs Holroyd");
    String way = link + "/export/parcels";
    assertThat(head.get(link + "/held").page().select("a[href=" + way + "]")).hasSize(1);
    var zip = head.send("GET", way, null, Map.of());
    assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
    assertThat(zip.body()).startsWith("PK").contains(picture() + ".jpg");
  }
}
