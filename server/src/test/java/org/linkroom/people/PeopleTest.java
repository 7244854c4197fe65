package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

class PeopleTest {
  private static Town town;
  private static People people;

  @BeforeAll
  static void open() {
    town = new Town();
    people = new People(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aPersonComesWithAllHerRolesInOneAnswer() {
    var id = town.person("Many roles");
    town.role(id, "headteacher", town.ours().id());
    town.role(id, "safeguarding", town.ours().id());
    town.role(id, "teacher", town.theirs().schoolClass());
    town.role(id, "facilitator", town.programme());
    town.role(id, "coordinator", null);
    assertThat(find(id).roles())
        .containsExactlyInAnyOrder(
            new Role(Role.Kind.HEADTEACHER, null, town.ours().id(), null),
            new Role(Role.Kind.SAFEGUARDING, null, town.ours().id(), null),
            new Role(Role.Kind.TEACHER, null, null, town.theirs().schoolClass()),
            new Role(Role.Kind.FACILITATOR, town.programme(), null, null),
            new Role(Role.Kind.COORDINATOR, null, null, null));
    town.run("DELETE FROM role WHERE person = $1", id);
    assertThat(find(id).roles()).isEmpty();
  }

  @Test
  void sheIsFoundByHerAddressWhateverItsCapitals() {
    var id = town.person("Capitals");
    assertThat(
            await(people.byEmail(id.text().toUpperCase(java.util.Locale.ROOT) + "@School.Example")))
        .map(Person::id)
        .contains(id);
    assertThat(await(people.byEmail("nobody@school.example"))).isEmpty();
  }

  @Test
  void whoHasLeftIsNotFound() {
    var id = town.person("Left");
    town.run("UPDATE person SET left_at = now() WHERE id = $1", id);
    assertThat(await(people.find(id))).isEmpty();
    assertThat(await(people.byEmail(id + "@school.example"))).isEmpty();
  }

  @Test
  void aSchoolsHeadIsFound() {
    assertThat(await(people.ofSchool(town.ours().id(), Role.Kind.HEADTEACHER)))
        .map(Person::id)
        .contains(town.ours().head());
    assertThat(await(people.ofSchool(town.ours().id(), Role.Kind.OFFICE))).isEmpty();
  }

  @Test
  void aHeadHelpsTheAdultsOfHerSchoolAlone() {
    var school = town.school("Head's school", "1A");
    assertThat(helpedBy(school.head()))
        .containsExactlyInAnyOrder(school.head(), school.lead(), school.teacher());
  }

  @Test
  void aFacilitatorHelpsTheAdultsOfHerProgrammeAlone() {
    var kent = town.programme("Kent");
    var facilitator = town.person("Grace Marsh");
    town.role(facilitator, "facilitator", kent);
    var school = town.school(kent, "Marshgate", "8M");
    assertThat(helpedBy(facilitator))
        .containsExactlyInAnyOrder(school.head(), school.lead(), school.teacher());
  }

  @Test
  void aCoordinatorHelpsFacilitatorsToo() {
    var coordinator = town.person("Mrs Whitfield");
    town.role(coordinator, "coordinator", null);
    var facilitator = town.person("Tom Ackroyd");
    town.role(facilitator, "facilitator", town.programme("Calderdale"));
    assertThat(helpedBy(coordinator))
        .contains(facilitator, town.ours().head(), town.other().teacher());
  }

  @Test
  void nobodyElseHelpsAnybody() {
    var nobody = town.person("No role at all");
    for (Id person : List.of(town.ours().teacher(), town.ours().lead(), nobody)) {
      assertThat(helpedBy(person)).isEmpty();
    }
  }

  /// A code lets the one who reads it out in as the other: it must not lead past the helper's
  /// reach.
  @Test
  void noCodeLeadsBeyondTheHelpersReach() {
    var leeds = town.programme("Leeds");
    var facilitator = town.person("Facilitator of Leeds");
    town.role(facilitator, "facilitator", leeds);
    var here = town.school(leeds, "Here", "1A");
    var next = town.school(leeds, "Next door", "1B");
    var derby = town.school(town.programme("Derby"), "Far away", "1C");
    var both = town.person("Teaches at two schools");
    town.role(both, "assistant", here.schoolClass());
    town.role(both, "assistant", next.schoolClass());
    var far = town.person("Teaches in two programmes");
    town.role(far, "assistant", here.schoolClass());
    town.role(far, "assistant", derby.schoolClass());
    var runs = town.person("Teaches, and runs the programme");
    town.role(runs, "assistant", here.schoolClass());
    town.role(runs, "facilitator", leeds);
    var leads = town.person("Leads a class elsewhere without a role for it");
    town.role(leads, "assistant", here.schoolClass());
    town.run("UPDATE school_class SET lead = $1 WHERE id = $2", leads, derby.schoolClass());
    var own = Set.of(here.head(), here.lead(), here.teacher());
    assertThat(helpedBy(here.head())).containsExactlyInAnyOrderElementsOf(own);
    assertThat(helpedBy(facilitator))
        .contains(both)
        .containsAll(own)
        .doesNotContain(far, runs, leads, derby.head());
  }

  private static Person find(Id id) {
    return await(people.find(id)).orElseThrow();
  }

  @Test
  void manyAreFoundBySomeLettersAndOneByOneWhoeverIsListed() {
    var school = town.school("Larch Primary", "3L");
    var facilitator = town.person("A facilitator of many");
    town.role(facilitator, "facilitator", town.programme());
    for (int i = 0; i < 60; i++) {
      town.role(town.person("Aardvark " + i), "assistant", school.schoolClass());
    }
    var last = town.person("Zebedee");
    town.role(last, "assistant", school.schoolClass());
    var helper = find(facilitator);
    assertThat(helpedBy(facilitator)).hasSize(People.LISTED + 1).doesNotContain(last);
    assertThat(await(people.helpedBy(helper, "zebe")).stream().map(Person::id))
        .containsExactly(last);
    assertThat(await(people.helped(helper, last))).isPresent();
    assertThat(await(people.helped(helper, facilitator))).as("another facilitator").isEmpty();
  }

  private static List<Id> helpedBy(Id helper) {
    return await(people.helpedBy(find(helper), "")).stream().map(Person::id).toList();
  }
}
