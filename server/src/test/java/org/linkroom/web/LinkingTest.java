package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Visitor;

/// A link comes to be by both heads' yes and both schools' agreement, and ends kindly.
class LinkingTest extends TheDemo {
  private static String programme() {
    return "/programmes/" + town.programme("Hilltop Primary");
  }

  /// The facilitator links two classes; answers the link's page.
  private static Answer linked(Visitor ruth, String one, String two) {
    String make = programme() + "/links/new";
    String[] typed = {"how", "classes", "one", town.schoolClass(one), "two", town.schoolClass(two)};
    var made = ruth.submit(ruth.press(ruth.get(make), make, typed), make, "sure", "yes");
    assertThat(made.path()).startsWith("/links/");
    return made;
  }

  private static Answer says(Visitor head, String link, String... typed) {
    return head.submit(head.get(link + "/answer"), link + "/answer", typed);
  }

  @Test
  void aLinkGoesLiveWhenBothHeadsHaveSaidYes() {
    var made = linked(as("Ruth Lindley"), "5H", "4K");
    assertThat(made.says()).contains("This link is being arranged", "has not answered yet");
    String link = made.path();
    var khan = as("Mr Nowak");
    assertThat(khan.get(link).page().select("a[href$=/sessions/new]")).isEmpty();
    assertThat(khan.get(link + "/sessions/new").status()).isEqualTo(409);
    says(as("Mrs Holroyd"), link, "answer", "yes", "priorities", "Calm mornings suit us.");
    assertThat(as("Mr Thwaite").get(link + "/answer").says()).contains("Calm mornings suit us.");
    says(as("Mr Thwaite"), link, "answer", "yes");
    assertThat(khan.get(link).page().select("a[href$=/sessions/new]")).isNotEmpty();
    assertThat(khan.mail("nowak@hilltopprimary.example").orElseThrow().text())
        .contains("Your link has begun");
  }

  @Test
  void whatOneShouldKnowIsSaidBeforeClassesAreLinked() {
    var ruth = as("Ruth Lindley");
    String make = programme() + "/links/new";
    String[] typed = {
      "how", "classes", "one", town.schoolClass("4B"), "two", town.schoolClass("5H")
    };
    var warned = ruth.press(ruth.get(make), make, typed);
    assertThat(warned.status()).isEqualTo(422);
    assertThat(warned.says()).contains("Year 4, Year 5", "linked already");
    assertThat(warned.page().select("#one option[selected]").attr("value"))
        .isEqualTo(town.schoolClass("4B"));
  }

  @Test
  void twoHalvesOfOneClassAreALinkToo() {
    var ruth = as("Ruth Lindley");
    String make = programme() + "/links/new";
    String[] typed = {"how", "halves", "one", town.schoolClass("Kingfishers")};
    var made = ruth.submit(ruth.press(ruth.get(make), make, typed), make, "sure", "yes");
    assertThat(made.says()).contains("Kingfishers one and Kingfishers two");
  }

  @Test
  void aHeadWhoWouldRatherHaveAnotherSaysWhyAndTheFacilitatorHears() {
    String link = linked(as("Ruth Lindley"), "Kingfishers", "4K").path();
    var head = as("Ms Quinn");
    var again = head.press(head.get(link + "/answer"), link + "/answer", "answer", "other");
    assertThat(again.wrong("why")).contains("why");
    says(head, link, "answer", "other", "why", "A smaller class would be kinder.");
    var ruth = as("Ruth Lindley");
    assertThat(ruth.get(link).says()).contains("A smaller class would be kinder.");
    assertThat(ruth.mail("ruth.lindley@bradford.example").orElseThrow().text())
        .contains("rather have another");
  }

  @Test
  void aLinkThatEndsKeepsItsStoryAndNothingMoreIsPlanned() {
    String link = "/links/" + town.link("5H", "Kingfishers");
    var ruth = as("Ruth Lindley");
    ruth.submit(ruth.get(link + "/end"), link + "/end", "why", "Mr Nowak goes to Leeds.");
    var page = as("Mrs Oyelaran").get(link);
    assertThat(page.says()).contains("This link ended", "Mr Nowak goes to Leeds.");
    assertThat(page.page().select("a[href$=/sessions/new]")).isEmpty();
    assertThat(as("Mrs Oyelaran").get(link + "/sessions/new").status()).isEqualTo(409);
  }

  @Test
  void aLongListOfLinksHasPagesThatKeepWhatWasSought() {
    town.database()
        .run(
            "INSERT INTO link (id, programme, year, state, ended_at) SELECT 'e' || lpad(n::text, 11, '0'), s.programme, 2020, 'ended', now() FROM generate_series(1, 60) n, school s WHERE s.name = 'Hilltop Primary'");
    town.database()
        .run(
            "INSERT INTO link_class SELECT 'e' || lpad(n::text, 11, '0'), ?, 0 FROM generate_series(1, 60) n",
            town.schoolClass("4B"));
    var ruth = as("Ruth Lindley");
    String list = programme() + "/links";
    var first = ruth.get(list + "?state=ended&search=Hilltop%20Pri");
    assertThat(first.page().select(".list a[href^=/links/]")).hasSize(50);
    String next = first.page().select("a[href*=page=1]").attr("href");
    assertThat(next).contains("search=Hilltop%20Pri");
    assertThat(ruth.get(list + next).page().select(".list a[href^=/links/]"))
        .hasSizeBetween(10, 20);
  }

  @Test
  void theYearShowsWhatWasBesideTheLinkUps() {
    String link = "/links/" + town.link("4B", "4K");
    String add = link + "/items/new";
    var khan = as("Miss Khan");
    var wrong = khan.press(khan.get(add), add, "kind", "visit", "day", "1999-01-01");
    assertThat(wrong.wrong("day")).contains("this school year");
    String day = town.database().one("SELECT (now() + interval '20 days')::date::text");
    var page = khan.submit(khan.get(add), add, "kind", "visit", "day", day, "host", "Hilltop");
    assertThat(page.says()).contains("Visit to a school", "Hilltop", "Both heads say yes done");
    var item = page.page().select("form[action$=/items/remove] input[name=item]");
    khan.submitRow(page, link + "/items/remove", "item", item.attr("value"));
    assertThat(khan.get(link).says()).doesNotContain("Visit to a school");
  }
}
