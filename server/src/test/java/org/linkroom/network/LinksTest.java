package org.linkroom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.testing.Town;

class LinksTest {
  private static Town town;
  private static Links links;

  @BeforeAll
  static void open() {
    town = new Town();
    links = new Links(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aLinkComesWithItsClassesInTheirOrder() {
    var link = await(links.find(town.link())).orElseThrow();
    assertThat(link.programmeName()).isEqualTo("Bradford");
    assertThat(link.classes())
        .extracting(ClassView::label, ClassView::schoolName, ClassView::leadName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("4B", "Hilltop Primary", "Teacher of 4B"),
            org.assertj.core.groups.Tuple.tuple("4K", "Riverside Primary", "Teacher of 4K"));
    assertThat(await(links.find(Id.random()))).isEmpty();
  }

  @Test
  void whoeverIsOfOneOfItsClassesSchoolsOrProgrammesIsShownALink() {
    var facilitator = town.person("Facilitator");
    town.role(facilitator, "facilitator", town.programme());
    var elsewhere = town.person("Facilitator elsewhere");
    town.role(elsewhere, "facilitator", town.programme("Kent"));
    var assistant = town.person("Assistant");
    town.role(assistant, "assistant", town.theirs().schoolClass());
    for (Id who :
        List.of(
            town.ours().teacher(),
            town.ours().head(),
            town.ours().lead(),
            town.theirs().teacher(),
            assistant,
            facilitator)) {
      assertThat(of(who)).containsExactly(town.link());
      assertThat(await(links.find(town.link())).orElseThrow().shownTo(person(who))).isTrue();
    }
    for (Id who : List.of(town.other().teacher(), town.other().head(), elsewhere)) {
      assertThat(of(who)).isEmpty();
      assertThat(await(links.find(town.link())).orElseThrow().shownTo(person(who))).isFalse();
    }
  }

  @Test
  void aLinkThatHasEndedIsOnRecordAndInNobodysList() {
    var school = town.school("Unlinked", "6U");
    var link = town.link(school.schoolClass());
    assertThat(of(school.teacher())).containsExactly(link);
    town.run("UPDATE link SET state = 'ended', ended_at = now() WHERE id = $1", link);
    assertThat(of(school.teacher())).isEmpty();
    assertThat(await(links.find(link))).map(LinkView::ended).contains(true);
    assertThat(await(links.schoolClass(school.schoolClass()))).map(ClassView::label).contains("6U");
  }

  @Test
  void programmesAndSchoolsAreListedByName() {
    assertThat(await(links.programmes()).getFirst().name()).isEqualTo("Bradford");
    assertThat(await(links.schools()))
        .extracting(Links.SchoolName::name)
        .contains("Hilltop Primary", "Riverside Primary")
        .isSorted();
  }

  private static org.linkroom.people.Person person(Id id) {
    return await(new People(town.records()).find(id)).orElseThrow();
  }

  private static List<Id> of(Id who) {
    return await(links.of(person(who))).stream().map(LinkView::id).toList();
  }
}
