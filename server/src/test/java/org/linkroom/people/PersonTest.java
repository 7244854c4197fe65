package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.base.Id;

class PersonTest {
  private static final Id HERE = Id.random();
  private static final Id ELSEWHERE = Id.random();

  @ParameterizedTest
  @CsvSource({
    "COORDINATOR, true, true",
    "FACILITATOR, true, false",
    "HEADTEACHER, false, false",
    "OFFICE, false, false",
    "SAFEGUARDING, false, false",
    "TEACHER, false, false",
    "COVER, false, false",
    "ASSISTANT, false, false",
  })
  void aFacilitatorRunsHerProgrammeAndACoordinatorAll(
      Role.Kind kind, boolean here, boolean elsewhere) {
    var person = with(new Role(kind, kind == Role.Kind.FACILITATOR ? HERE : null, null, null));
    assertThat(person.runs(HERE)).isEqualTo(here);
    assertThat(person.runs(ELSEWHERE)).isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @EnumSource(Role.Kind.class)
  void onlyTeacherCoverAndAssistantAreAdultsOfAClass(Role.Kind kind) {
    boolean ofClass =
        Set.of(Role.Kind.TEACHER, Role.Kind.COVER, Role.Kind.ASSISTANT).contains(kind);
    assertThat(kind.ofClass()).isEqualTo(ofClass);
    assertThat(with(new Role(kind, null, null, HERE)).classes())
        .isEqualTo(ofClass ? Set.of(HERE) : Set.of());
    assertThat(Role.Kind.of(kind.word())).isEqualTo(kind);
  }

  @Test
  void aRoleForOneClassOrSchoolIsNoneForAnother() {
    var person =
        with(
            new Role(Role.Kind.TEACHER, null, null, HERE),
            new Role(Role.Kind.HEADTEACHER, null, HERE, null));
    assertThat(person.is(Role.Kind.TEACHER, HERE)).isTrue();
    assertThat(person.is(Role.Kind.TEACHER, ELSEWHERE)).isFalse();
    assertThat(person.is(Role.Kind.COVER, HERE)).isFalse();
    assertThat(person.of(HERE, Set.of(Role.Kind.HEADTEACHER))).isTrue();
    assertThat(person.of(ELSEWHERE, Set.of(Role.Kind.HEADTEACHER))).isFalse();
    assertThat(person.of(HERE, Set.of(Role.Kind.SAFEGUARDING))).isFalse();
    assertThat(person.is(Role.Kind.HEADTEACHER)).isTrue();
    assertThat(person.is(Role.Kind.OFFICE)).isFalse();
  }

  @Test
  void nobodyWithoutARoleIsAnything() {
    assertThat(with().classes()).isEmpty();
    assertThat(with().runs(HERE)).isFalse();
  }

  private static Person with(Role... roles) {
    return new Person(
        Id.random(), "Miss Khan", "khan@school.example", List.copyOf(Arrays.asList(roles)));
  }
}
