package org.linkroom.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.people.Role;

class LinkViewTest {
  private static final Id BRADFORD = Id.random();
  private static final ClassView OURS = schoolClass("4B");
  private static final ClassView THEIRS = schoolClass("4K");
  private static final LinkView LINK =
      new LinkView(
          Id.random(), BRADFORD, "Bradford", 2026, "between", "live", List.of(OURS, THEIRS));

  /// Who may do what with a link, and for which of its classes name a cover adult.
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      value = {
        "who,                          shown, plans, covers ours, covers theirs",
        "lead of ours,                 true,  true,  true,        false",
        "lead who has left,            false, false, false,       false",
        "second teacher of ours,       true,  true,  false,       false",
        "assistant of ours,            true,  false, false,       false",
        "cover of ours,                true,  false, false,       false",
        "head of ours,                 true,  false, true,        false",
        "safeguarding lead of ours,    true,  false, true,        false",
        "office of ours,               true,  false, false,       false",
        "facilitator,                  true,  false, true,        true",
        "coordinator,                  true,  false, true,        true",
        "facilitator elsewhere,        false, false, false,       false",
        "head elsewhere,               false, false, false,       false",
        "safeguarding lead elsewhere,  false, false, false,       false",
        "teacher elsewhere,            false, false, false,       false",
        "nobody,                       false, false, false,       false",
      })
  void eachRoleMayDoItsPart(
      String who, boolean shown, boolean plans, boolean coversOurs, boolean coversTheirs) {
    var person = person(who);
    assertThat(LINK.shownTo(person)).as("shown").isEqualTo(shown);
    assertThat(LINK.plans(person)).as("plans").isEqualTo(plans);
    assertThat(LINK.mayCover(person, OURS.id())).as("covers ours").isEqualTo(coversOurs);
    assertThat(LINK.mayCover(person, THEIRS.id())).as("covers theirs").isEqualTo(coversTheirs);
    assertThat(LINK.mayCover(person, Id.random()))
        .as("covers a class of no link of ours")
        .isFalse();
  }

  @Test
  void theOthersAreHerPartners() {
    var lead = person("lead of ours");
    assertThat(LINK.mine(lead)).containsExactly(OURS);
    assertThat(LINK.partners(lead)).containsExactly(THEIRS);
    assertThat(LINK.mine(person("facilitator"))).isEmpty();
    assertThat(LINK.partners(person("facilitator"))).containsExactly(OURS, THEIRS);
  }

  @Test
  void aLinkIsCalledAfterItsClassesInTheirOrder() {
    assertThat(LINK.title()).isEqualTo("4B and 4K");
    assertThat(LINK.find(THEIRS.id())).contains(THEIRS);
    assertThat(LINK.find(Id.random())).isEmpty();
  }

  private static Person person(String who) {
    var school = who.endsWith("elsewhere") ? Id.random() : OURS.school();
    var classId = who.endsWith("elsewhere") ? Id.random() : OURS.id();
    var programme = who.endsWith("elsewhere") ? Id.random() : BRADFORD;
    if (who.equals("nobody")) {
      return of(Id.random());
    }
    return switch (who.replaceAll(" (of ours|elsewhere)$", "")) {
      case "lead" -> of(OURS.lead(), new Role(Role.Kind.TEACHER, null, null, OURS.id()));
      case "lead who has left" -> of(OURS.lead());
      case "teacher", "second teacher" -> with(new Role(Role.Kind.TEACHER, null, null, classId));
      case "assistant" -> with(new Role(Role.Kind.ASSISTANT, null, null, classId));
      case "cover" -> with(new Role(Role.Kind.COVER, null, null, classId));
      case "head" -> with(new Role(Role.Kind.HEADTEACHER, null, school, null));
      case "safeguarding lead" -> with(new Role(Role.Kind.SAFEGUARDING, null, school, null));
      case "office" -> with(new Role(Role.Kind.OFFICE, null, school, null));
      case "facilitator" -> with(new Role(Role.Kind.FACILITATOR, programme, null, null));
      case "coordinator" -> with(new Role(Role.Kind.COORDINATOR, null, null, null));
      default -> throw new IllegalArgumentException(who);
    };
  }

  private static Person with(Role role) {
    return of(Id.random(), role);
  }

  private static Person of(Id id, Role... roles) {
    return new Person(id, "Somebody", "somebody@school.example", List.of(roles));
  }

  private static ClassView schoolClass(String label) {
    return new ClassView(
        Id.random(),
        label,
        4,
        28,
        "",
        Id.random(),
        "Hilltop Primary",
        "Bradford",
        "01632 960101",
        "wide",
        "faces",
        "first",
        Id.random(),
        "Miss Khan",
        org.linkroom.activity.Needs.NONE);
  }
}
