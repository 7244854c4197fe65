package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.session.LinkThread.Note;
import org.linkroom.testing.Town;

class LinkThreadTest {
  private static Town town;
  private static LinkThread thread;

  @BeforeAll
  static void open() {
    town = new Town();
    thread = new LinkThread(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void empty() {
    town.run("DELETE FROM link_note");
  }

  @Test
  void whatWasWrittenIsReadNewestFirstWithItsAuthor() {
    write(person(town.ours().teacher()), "phone", "We rang.");
    write(person(town.theirs().teacher()), "message", "Tuesday, then?");
    assertThat(await(thread.of(town.link())))
        .extracting(Note::kind, Note::body, Note::author)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("message", "Tuesday, then?", "Teacher of 4K"),
            org.assertj.core.groups.Tuple.tuple("phone", "We rang.", "Teacher of 4B"));
    assertThat(await(thread.of(town.link(town.other().schoolClass())))).isEmpty();
  }

  @Test
  void newsIsWhatOthersWroteInTheLastFortnight() {
    var me = person(town.ours().teacher());
    write(me, "message", "Mine");
    write(person(town.theirs().teacher()), "message", "Theirs");
    write(person(town.theirs().teacher()), "message", "Old");
    town.run("UPDATE link_note SET at = now() - interval '15 days' WHERE body = 'Old'");
    assertThat(await(thread.newest(List.of(town.link()), me)))
        .extracting(Note::body)
        .containsExactly("Theirs");
    assertThat(await(thread.newest(List.of(), me))).isEmpty();
    assertThat(await(thread.of(town.link()))).as("nothing is lost").hasSize(3);
  }

  @Test
  void theTimeIsLondons() {
    write(person(town.ours().teacher()), "message", "Summer");
    town.run("UPDATE link_note SET at = '2026-07-01T09:30:00Z'");
    assertThat(await(thread.of(town.link())).getFirst().at()).isEqualTo("1 Jul, 10:30");
  }

  @Test
  void aFormThatIsPressedTwiceMakesOneEntry() {
    var note = new LinkThread.New(Id.random(), town.link(), "message", "Once");
    await(thread.write(note, person(town.ours().teacher())));
    await(thread.write(note, person(town.ours().teacher())));
    assertThat(await(thread.of(town.link()))).hasSize(1);
  }

  private static void write(Person author, String kind, String body) {
    await(thread.write(new LinkThread.New(Id.random(), town.link(), kind, body), author));
  }

  private static Person person(Id id) {
    return await(new People(town.records()).find(id)).orElseThrow();
  }
}
