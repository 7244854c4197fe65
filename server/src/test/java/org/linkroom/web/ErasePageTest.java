package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Visitor;

/// A programme takes out what is over; a head saves what is kept of her school.
class ErasePageTest extends TheDemo {
  @Test
  void aLinkThatEndedIsSavedAndErasedByItsNameAlone() {
    String link = "/links/" + town.link("3 Robins", "3M");
    var samira = as("Samira Hussain");
    assertThat(samira.get(link + "/held").says()).contains("Please end the link first");
    samira.submit(samira.get(link + "/end"), link + "/end", "why", "A try");
    var copy = new JsonObject(samira.get(link + "/export").body());
    assertThat(copy.getJsonArray("session")).isNotEmpty();
    assertThat(copy.encode()).doesNotContain("secret");
    var slip = samira.press(samira.get(link + "/held"), link + "/erase", "name", "Robins");
    assertThat(slip.wrong("name")).contains("3 Robins and 3M and 3 Foxes");
    String name = "3 Robins and 3M and 3 Foxes";
    var gone = samira.submit(samira.get(link + "/held"), link + "/erase", "name", name);
    assertThat(gone.says()).doesNotContain("3 Robins and 3M");
    assertThat(samira.get(link).status()).isEqualTo(404);
    String log = "/schools/" + town.school("Mill Lane Primary") + "/log?kind=erased";
    assertThat(as("Mr Ogden").get(log).says()).contains("Samira Hussain erased a link");
  }

  @Test
  void aHeadSavesWhatIsKeptOfHerSchoolAndDoesNotErase() {
    String school = "/schools/" + town.school("Hilltop Primary");
    var head = as("Mrs Holroyd");
    var page = head.get(school + "/held");
    assertThat(page.page().select("form[action$=/erase]")).isEmpty();
    assertThat(head.get(school + "/export").body())
        .contains("Hilltop Primary")
        .doesNotContain("Kingfishers");
  }

  @Test
  void theNetworkChoosesForHowLongAndThePrivacyNoticeSaysSo() {
    var whitfield = as("Mrs Whitfield");
    String kept = "/network/kept";
    var wrong = whitfield.press(whitfield.get(kept), kept, "theauditlog", "30");
    assertThat(wrong.says()).contains("365");
    assertThat(wrong.status()).isEqualTo(422);
    whitfield.submit(whitfield.get(kept), kept, "theauditlog", "730");
    String row = "tr:contains(The log of who let in) td";
    assertThat(new Visitor(app.url()).get("/privacy").page().select(row).text())
        .isEqualTo("2 years");
  }
}
