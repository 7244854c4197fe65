package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A school signs clause by clause; before that nothing new is planned for its classes.
class AgreementPageTest extends TheDemo {
  /// As if this school had never signed.
  private static String unsigned(String school) {
    String id = town.school(school);
    town.database().run("DELETE FROM school_agreement WHERE school = '" + id + "'");
    return "/schools/" + id + "/agreement";
  }

  @Test
  void planningWaitsForTheSignatureAndGoesOnWithIt() {
    String agreement = unsigned("Al-Noor Primary");
    String link = "/links/" + town.link("Year 5 Oak", "5 Sapphire");
    var begum = as("Mrs Begum");
    assertThat(begum.get(link).says()).contains("signed by Al-Noor Primary");
    assertThat(begum.get(link + "/sessions/new").status()).isEqualTo(409);
    var head = as("Mr Siddiqui");
    var partly = head.press(head.get(agreement), agreement, "clause0", "yes");
    assertThat(partly.status()).isEqualTo(422);
    assertThat(partly.says()).contains("Please tick this");
    var signed =
        head.submit(
            head.get(agreement),
            agreement,
            "clause0",
            "yes",
            "clause1",
            "yes",
            "clause2",
            "yes",
            "clause3",
            "yes",
            "clause4",
            "yes");
    assertThat(signed.says()).contains("Mr Siddiqui signed it on");
    assertThat(begum.get(link + "/sessions/new").status()).isEqualTo(200);
  }

  @Test
  void aSignatureOnPaperCountsAndSoDoThirtyDaysWithAReason() {
    String agreement = unsigned("Mill Lane Primary");
    var samira = as("Samira Hussain");
    String grace = agreement + "/grace";
    assertThat(samira.press(samira.get(agreement), grace).wrong("why")).isNotEmpty();
    var given = samira.submit(samira.get(agreement), grace, "why", "A new head comes.");
    assertThat(given.says()).contains("It may be signed later, until", "A new head comes.");
    var paper =
        samira.submit(samira.get(agreement), agreement + "/paper", "papersigner", "Mr Ogden");
    assertThat(paper.says()).contains("Mr Ogden signed it on paper");
  }

  @Test
  void aProgrammesOwnTextIsItsNextVersionAndWhatWasSignedStays() {
    String text = "/programmes/" + town.programme("Hilltop Primary") + "/agreement";
    var ruth = as("Ruth Lindley");
    assertThat(ruth.get(text).says()).contains("version 1 of the network’s text");
    var kept = ruth.submit(ruth.get(text), text, "intro", "We link.", "clause3", "");
    assertThat(kept.says()).contains("version 1 of your own text");
    String signed = "/schools/" + town.school("Hilltop Primary") + "/agreement";
    assertThat(as("Mrs Holroyd").get(signed).says()).doesNotContain("We link.");
    String next = signed + "?year=" + (Integer.parseInt(year()) + 1);
    assertThat(as("Mrs Holroyd").get(next).says()).contains("We link.");
  }

  private static String year() {
    return town.database().one("SELECT max(year)::text FROM link");
  }
}
