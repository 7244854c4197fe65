package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.testing.Town;

/// What planning reads of two classes.
class DiariesTest {
  private static final Instant TUESDAY = Instant.parse("2027-03-02T09:00:00Z");

  private final Town town = new Town();
  private final Diaries diaries = new Diaries(town.records());
  private final TermSpans spans = new TermSpans(town.records());
  private final LinkView link = await(new Links(town.records()).find(town.link())).orElseThrow();

  @AfterEach
  void close() {
    town.close();
  }

  private static Span span(String name, boolean term, String first, String last) {
    return new Span(Id.random(), 0, term, name, LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void termsComeFromTheSchoolItsProgrammeAndTheNetwork() {
    var other = town.programme("Kent");
    add(TermSpans.Owner.NETWORK, span("Spring", true, "2027-01-04", "2027-03-25"));
    add(
        new TermSpans.Owner(town.programme(), null),
        span("Fair", false, "2027-03-04", "2027-03-04"));
    add(new TermSpans.Owner(other, null), span("Theirs", false, "2027-03-05", "2027-03-05"));
    add(
        new TermSpans.Owner(null, town.ours().id()),
        span("Inset", false, "2027-03-08", "2027-03-08"));
    var read = await(diaries.of(link, TUESDAY));
    assertThat(read.get(0).terms().spans())
        .extracting(Span::name, Span::level)
        .containsExactly(tuple("Spring", 0), tuple("Fair", 1), tuple("Inset", 2));
    assertThat(read.get(1).terms().spans())
        .extracting(Span::name)
        .containsExactly("Spring", "Fair");
    assertThat(await(diaries.slots(Feasts.read(), link, 40, TUESDAY)).getFirst())
        .isEqualTo(Instant.parse("2027-03-05T09:15:00Z"));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private void add(TermSpans.Owner owner, Span span) {
    assertThat(await(spans.add(owner, span))).isTrue();
  }

  @Test
  void aSpanIsAddedOnceAndTakenAwayByItsOwnerAlone() {
    var school = new TermSpans.Owner(null, town.ours().id());
    var inset = span("Inset", false, "2027-03-08", "2027-03-08");
    add(school, inset);
    add(school, inset);
    var from = LocalDate.parse("2027-01-01");
    assertThat(await(spans.of(school, from))).hasSize(1);
    assertThat(await(spans.of(school, LocalDate.parse("2027-03-09")))).isEmpty();
    assertThat(await(spans.remove(TermSpans.Owner.NETWORK, inset.id()))).isEmpty();
    assertThat(await(spans.remove(school, inset.id()))).isPresent();
    assertThat(await(spans.remove(school, inset.id()))).isEmpty();
    assertThat(await(spans.of(school, from))).isEmpty();
  }

  @Test
  void aClassKeepsItsOwnTimesAndGoesBackToTheUsualOnes() {
    var own =
        new Timetable(
            Map.of(
                DayOfWeek.THURSDAY,
                List.of(
                    new Timetable.Window(LocalTime.of(13, 0), LocalTime.of(14, 0)),
                    new Timetable.Window(LocalTime.of(9, 0), LocalTime.of(10, 0)))));
    await(diaries.keep(town.ours().schoolClass(), own));
    await(diaries.keep(town.ours().schoolClass(), own));
    assertThat(await(diaries.times(town.ours().schoolClass()))).contains(own);
    var read = await(diaries.of(link, TUESDAY));
    assertThat(read.get(0).said()).isTrue();
    assertThat(read.get(0).times()).isEqualTo(own);
    assertThat(read.get(1).times()).isEqualTo(Timetable.USUAL);
    await(diaries.keep(town.ours().schoolClass(), new Timetable(Map.of())));
    assertThat(await(diaries.times(town.ours().schoolClass()))).isEmpty();
  }

  @Test
  void whatAClassAndItsTeacherHaveOnIsReadAndNothingElse() {
    town.session("agreed", TUESDAY.plusSeconds(3600), 40);
    town.session("cancelled", TUESDAY.plusSeconds(7200), 40);
    var second = town.schoolClass(town.ours().id(), "5H", town.ours().teacher());
    var elsewhere = town.link(second, town.other().schoolClass());
    town.run(
        "INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by) VALUES ($1, 'link-up', $2, 'proposed', $3, 30, $4)",
        Id.random(),
        elsewhere,
        utc(TUESDAY.plusSeconds(9000)),
        town.ours().teacher());
    var read = await(diaries.of(link, TUESDAY));
    assertThat(read.get(0).booked())
        .extracting(Diary.Booked::who, Diary.Booked::adult, Diary.Booked::title)
        .containsExactly(
            tuple("4B", false, "4B and 4K"), tuple("Teacher of 4B", true, "5H and Kingfishers"));
    assertThat(read.get(1).booked()).hasSize(1);
  }
}
