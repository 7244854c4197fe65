package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linkroom.testing.Town.await;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.testing.Town;
import org.linkroom.testing.Town.School;

class ConcernsTest {
  private static Town town;
  private static Concerns concerns;

  @BeforeAll
  static void open() {
    town = new Town();
    concerns = new Concerns(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  /// Who reads a concern, by what it is about, who raises it and who there is at the school.
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      value = {
        "about, raised by, missing,       reader",
        "child, anybody,   nobody,        lead",
        "child, teacher,   nobody,        lead",
        "child, head,      nobody,        lead",
        "child, lead,      nobody,        head",
        "child, anybody,   lead,          head",
        "child, head,      lead,          governors",
        "child, anybody,   lead and head, governors",
        "child, lead,      head,          governors",
        "adult, anybody,   nobody,        head",
        "adult, lead,      nobody,        head",
        "adult, head,      nobody,        governors",
        "adult, anybody,   head,          governors",
        "adult, anybody,   lead,          head",
        "head,  anybody,   nobody,        governors",
        "head,  lead,      nobody,        governors",
        "head,  head,      nobody,        governors",
        "head,  anybody,   lead and head, governors",
        "other, anybody,   nobody,        lead",
        "other, lead,      nobody,        head",
        "other, anybody,   lead and head, governors",
      })
  void aConcernIsNeverRefusedAndNeverGoesToWhomItNames(
      String about, String raisedBy, String missing, String reader) {
    var school = town.school("School " + Id.random(), "1A");
    if (missing.contains("lead")) {
      leave(school.lead());
    }
    if (missing.contains("head")) {
      leave(school.head());
    }
    var found = reader(school, about, raiser(school, raisedBy));
    assertThat(found.person())
        .isEqualTo(reader.equals("governors") ? null : raiser(school, reader));
    assertThat(found.email())
        .isEqualTo(
            reader.equals("governors")
                ? "governors@" + school.id() + ".example"
                : raiser(school, reader) + "@school.example");
  }

  private static @Nullable Id raiser(School school, String who) {
    return switch (who) {
      case "lead" -> school.lead();
      case "head" -> school.head();
      case "teacher" -> school.teacher();
      default -> null;
    };
  }

  @Test
  void ofTwoSafeguardingLeadsTheOtherReadsWhatOneRaises() {
    var school = town.school("Two leads", "1A");
    var deputy = town.person("Deputy");
    town.role(deputy, "safeguarding", school.id());
    assertThat(reader(school, "child", school.lead()).person()).isEqualTo(deputy);
    assertThat(reader(school, "child", deputy).person()).isEqualTo(school.lead());
  }

  @Test
  void aHeadWhoIsTheSafeguardingLeadTooReadsNothingAboutHerself() {
    var school = town.school("Small school", "1A");
    leave(school.lead());
    town.role(school.head(), "safeguarding", school.id());
    assertThat(reader(school, "child", null).person()).isEqualTo(school.head());
    assertThat(reader(school, "head", null).person()).isNull();
    assertThat(reader(school, "child", school.head()).person()).isNull();
  }

  @Test
  void noReaderIsOfAnotherSchool() {
    var school = town.school("Nobody left", "1A");
    leave(school.lead());
    leave(school.head());
    assertThat(reader(school, "child", null).email())
        .isEqualTo("governors@" + school.id() + ".example");
    assertThat(await(concerns.reader(Id.random(), "child", null))).isEmpty();
  }

  @Test
  void itsReaderAloneReadsItAndThatSheDidIsKnown() {
    var school = town.school("Reading", "1A");
    var id = keep(school, "adult", "What happened.", school.head(), "");
    assertThat(read(school.lead())).isEmpty();
    assertThat(town.text("SELECT read_at FROM concern WHERE id = $1", id)).isEqualTo("none");
    assertThat(read(school.head()))
        .extracting(Concerns.Concern::body)
        .containsExactly("What happened.");
    assertThat(town.text("SELECT read_at FROM concern WHERE id = $1", id)).isNotEqualTo("none");
    assertThat(read(school.head())).as("she may read it again").hasSize(1);
  }

  @Test
  void whatOnePageHasNoRoomForStaysUnreadAndComesFirstTheNextTime() {
    var school = town.school("Busy", "1A");
    town.run(
        "INSERT INTO concern (id, at, school, about, body, contact, reader, reader_email) SELECT 'c' || lpad(n::text, 11, '0'), now() - make_interval(hours => n), $1, 'child', 'n' || n, '', $2, 'a@b' FROM generate_series(1, 201) n",
        school.id(),
        school.lead());
    assertThat(read(school.lead())).hasSize(200).first().extracting("body").isEqualTo("n1");
    assertThat(
            town.count(
                "SELECT count(*) FROM concern WHERE school = $1 AND read_at IS NULL", school.id()))
        .isEqualTo(1);
    assertThat(read(school.lead())).first().extracting("body").isEqualTo("n201");
  }

  @Test
  void whatNobodyHasReadSinceItsReaderLeftIsReadByHerSuccessor() {
    var school = town.school("Succession", "1A");
    keep(school, "child", "Unread about a child.", school.lead(), "");
    keep(school, "adult", "Unread about an adult.", school.head(), "");
    var successor = town.person("New lead");
    town.role(successor, "safeguarding", school.id());
    assertThat(read(successor)).as("their readers are still there").isEmpty();
    leave(school.lead());
    leave(school.head());
    assertThat(read(town.other().lead())).as("of another school").isEmpty();
    assertThat(read(successor))
        .extracting(Concerns.Concern::body)
        .as("what is about an adult waits for a head")
        .containsExactly("Unread about a child.");
    var head = town.person("New head");
    town.role(head, "headteacher", school.id());
    assertThat(read(head))
        .extracting(Concerns.Concern::body)
        .containsExactly("Unread about an adult.");
  }

  @Test
  void theGovernorsReadItByTheirLinkAndLookingAtTheLinkReadsNothing() {
    var school = town.school("Governed", "1A");
    var id = keep(school, "head", "About the head.", null, "hash of " + school.id());
    assertThat(await(concerns.leads("hash of " + school.id()))).isTrue();
    assertThat(await(concerns.leads("hash of nothing"))).isFalse();
    assertThat(town.text("SELECT read_at FROM concern WHERE id = $1", id)).isEqualTo("none");
    assertThat(await(concerns.byToken("hash of nothing"))).isEmpty();
    assertThat(await(concerns.byToken("hash of " + school.id())))
        .hasValueSatisfying(found -> assertThat(found.body()).isEqualTo("About the head."));
    assertThat(town.text("SELECT read_at FROM concern WHERE id = $1", id)).isNotEqualTo("none");
    assertThat(read(school.head())).isEmpty();
  }

  @Test
  void whatWasErasedIsReadByNobody() {
    var school = town.school("Erased", "1A");
    var id = keep(school, "child", "Gone.", school.lead(), "");
    town.run(
        "UPDATE concern SET erased_at = now(), body = '', contact = '', body_hash = 'h' WHERE id = $1",
        id);
    assertThat(read(school.lead())).isEmpty();
  }

  @Test
  void aConcernThatNobodyCouldReadIsNotKept() {
    assertThatThrownBy(() -> keep(town.ours(), "child", "For whom?", null, ""))
        .hasMessageContaining("concern_has_a_reader");
  }

  private static Concerns.Reader reader(School school, String about, @Nullable Id raiser) {
    return await(concerns.reader(school.id(), about, raiser)).orElseThrow();
  }

  private static List<Concerns.Concern> read(Id person) {
    Person reader = await(new People(town.records()).find(person)).orElseThrow();
    return await(concerns.of(reader));
  }

  private static Id keep(
      School school, String about, String body, @Nullable Id reader, String token) {
    var raised = new Concerns.Raised(Id.random(), school.id(), about, body, "", null);
    var to = new Concerns.Reader(reader, "a@b.example");
    assertThat(await(concerns.keep(raised, to, token))).isTrue();
    assertThat(await(concerns.keep(raised, to, token))).as("sent twice").isFalse();
    return raised.id();
  }

  private static void leave(Id person) {
    town.run("UPDATE person SET left_at = now() WHERE id = $1", person);
  }
}
