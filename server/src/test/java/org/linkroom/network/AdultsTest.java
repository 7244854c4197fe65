package org.linkroom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.people.Role;
import org.linkroom.testing.Town;

/// A network is made, changed and put away by its stores.
class AdultsTest {
  private static Town town;
  private static Programmes programmes;
  private static Schools schools;
  private static Classes classes;
  private static Adults adults;

  @BeforeAll
  static void open() {
    town = new Town();
    programmes = new Programmes(town.records());
    schools = new Schools(town.records());
    classes = new Classes(town.records());
    adults = new Adults(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Programmes.Draft programme(String name, String... aliases) {
    return new Programmes.Draft(
        name, "", List.of(aliases), "hello@linking.example", "01632 960000", "", true, "");
  }

  private static Schools.Draft school(String name, String... domains) {
    return new Schools.Draft(
        new Schools.About(name, "Leeds", "primary", "sikh", "academy"),
        new Schools.Contacts("01632 960200", "", "governors@x.example", List.of(domains)),
        Schools.Wishes.USUAL);
  }

  private static Classes.Draft draft(String label) {
    return new Classes.Draft(label, 4, 28, "", 2026);
  }

  @Test
  void aProgrammeIsMadeOnceAndItsNameIsItsOwn() {
    var id = Id.random();
    assertThat(await(programmes.create(id, programme("Leeds", "Leodis")))).isTrue();
    assertThat(await(programmes.create(id, programme("Leeds", "Leodis")))).isTrue();
    assertThat(await(programmes.create(Id.random(), programme("Leeds")))).isFalse();
    assertThat(await(programmes.find(id)).orElseThrow().aliases()).containsExactly("Leodis");
    assertThat(await(programmes.taken(town.programme(), List.of("Leodis", "Nowhere"))))
        .containsExactly("Leodis");
    assertThat(await(programmes.change(id, programme("Bradford")))).isFalse();
    assertThat(await(programmes.change(id, programme("Leeds Linking")))).isTrue();
    assertThat(await(programmes.find(id)).orElseThrow().aliases()).isEmpty();
  }

  @Test
  void aProgrammeWithSchoolsIsNotPutAway() {
    assertThat(await(programmes.archive(town.programme()))).isFalse();
    var id = Id.random();
    await(programmes.create(id, programme("Derby")));
    var team = town.person("Facilitator of Derby");
    town.role(team, "facilitator", id);
    assertThat(await(programmes.archive(id))).isTrue();
    assertThat(await(programmes.all())).extracting(ProgrammeView::id).doesNotContain(id);
    assertThat(await(new People(town.records()).find(team))).isEmpty();
    await(programmes.restore(id));
    assertThat(await(programmes.all())).extracting(ProgrammeView::id).contains(id);
  }

  @Test
  void aSchoolIsMadeFoundChangedAndPutAway() {
    var id = Id.random();
    assertThat(await(schools.create(id, town.programme(), school("Oakbank", "oak.example"))))
        .isTrue();
    assertThat(await(schools.create(Id.random(), town.programme(), school("Oakbank")))).isFalse();
    assertThat(await(schools.change(id, school("Hilltop Primary")))).isFalse();
    assertThat(await(schools.change(id, school("Oakbank School", "oak.example")))).isTrue();
    assertThat(await(schools.search(town.programme(), "OAKB", false, 0, 50)))
        .extracting(SchoolView::id)
        .containsExactly(id);
    var head = await(adults.known("Mrs Oak", "head@oak.example"));
    await(adults.give(head, Role.Kind.HEADTEACHER, id));
    assertThat(await(schools.staffedBy(head))).extracting(SchoolView::id).containsExactly(id);
    assertThat(await(schools.archive(town.ours().id()))).as("linked").isFalse();
    assertThat(await(schools.archive(id))).isTrue();
    assertThat(await(new People(town.records()).find(head))).isEmpty();
    assertThat(await(schools.search(town.programme(), "", true, 0, 50)))
        .extracting(SchoolView::id)
        .contains(id);
  }

  @Test
  void aNewLeadTakesTheClassOverAndItsLinkStays() {
    var school = town.school("Moorside", "5M");
    var link = town.link(school.schoolClass());
    var next = town.person("Mr Next");
    await(classes.lead(school.schoolClass(), next));
    assertThat(await(classes.find(school.schoolClass())).orElseThrow().leadName())
        .isEqualTo("Mr Next");
    assertThat(await(new Links(town.records()).find(link)).orElseThrow().plans(person(next)))
        .isTrue();
    assertThat(person(school.teacher()).classes()).isEmpty();
    await(classes.lead(school.schoolClass(), next));
    assertThat(person(next).is(Role.Kind.TEACHER, school.schoolClass())).as("twice").isTrue();
  }

  @Test
  void aClassThatIsLinkedIsNotPutAwayAndAnotherComesBackWithItsLead() {
    assertThat(await(classes.archive(town.ours().schoolClass()))).isFalse();
    var id = Id.random();
    var lead = town.person("Miss Kite");
    assertThat(await(classes.create(id, town.other().id(), draft("Kites"), lead))).isTrue();
    assertThat(await(classes.create(Id.random(), town.other().id(), draft("Kites"), lead)))
        .isFalse();
    assertThat(await(classes.archive(id))).isTrue();
    assertThat(person(lead).classes()).isEmpty();
    await(classes.restore(id));
    assertThat(person(lead).classes()).containsExactly(id);
  }

  @Test
  void aLeaversSignInsEndAtOnceAndHerClassLacksALead() {
    var school = town.school("Lowfield", "6L");
    var gone = school.teacher();
    town.run(
        "INSERT INTO sign_in (id, person, secret, rotated_at, until, own_device) VALUES ($1, $2, 'x', now(), now() + interval '1 day', true)",
        Id.random(),
        gone);
    await(adults.end(school.id(), gone, all -> Future.succeededFuture()));
    assertThat(town.count("SELECT count(*) FROM sign_in WHERE person = $1", gone)).isZero();
    assertThat(await(new People(town.records()).find(gone))).isEmpty();
    assertThat(await(classes.unled(school.id())))
        .extracting(Classes.Kept::label)
        .containsExactly("6L");
    String email = town.text("SELECT email FROM person WHERE id = $1", gone);
    assertThat(await(adults.known("Miss Back", email))).isEqualTo(gone);
    assertThat(person(gone).name()).isEqualTo("Miss Back");
    assertThat(person(gone).roles()).as("no role comes back by itself").isEmpty();
  }

  @Test
  void whoWorksAtTwoSchoolsLeavesOneOfThem() {
    var one = town.school("Northfield", "2N");
    var other = town.school("Southfield", "2S");
    town.role(one.teacher(), "cover", other.schoolClass());
    await(adults.end(one.id(), one.teacher(), all -> Future.succeededFuture()));
    assertThat(person(one.teacher()).classes()).containsExactly(other.schoolClass());
    var view = await(new Links(town.records()).find(town.link(one.schoolClass()))).orElseThrow();
    assertThat(view.shownTo(person(one.teacher()))).as("the class she led").isFalse();
  }

  @Test
  void anAddressFromOutsideWaitsUntilItIsConfirmed() {
    var school = town.school("Gateway", "1G");
    town.run("UPDATE school SET domains = ARRAY['gateway.example'] WHERE id = $1", school.id());
    var inside = await(adults.known("Ms In", "in@mail.gateway.example"));
    await(adults.give(inside, Role.Kind.OFFICE, school.id()));
    var near = await(adults.known("Ms Near", "near@notgateway.example"));
    await(adults.give(near, Role.Kind.COVER, school.schoolClass()));
    assertThat(await(adults.waits(inside, List.of(school.id())))).isFalse();
    assertThat(await(adults.waits(near, List.of(school.id())))).isTrue();
    await(adults.confirm(school.id(), near, school.head(), town.now()));
    assertThat(await(adults.waits(near, List.of(school.id())))).isFalse();
  }

  private static org.linkroom.people.Person person(Id id) {
    return await(new People(town.records()).find(id)).orElseThrow();
  }
}
