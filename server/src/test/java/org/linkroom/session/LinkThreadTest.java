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
    await(thread.write(town.link(), person(town.ours().teacher()), "phone", "We rang."));
    await(thread.write(town.link(), person(town.theirs().teacher()), "message", "Tuesday, then?"));
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
    await(thread.write(town.link(), me, "message", "Mine"));
    await(thread.write(town.link(), person(town.theirs().teacher()), "message", "Theirs"));
    await(thread.write(town.link(), person(town.theirs().teacher()), "message", "Old"));
    town.run("UPDATE link_note SET at = now() - interval '15 days' WHERE body = 'Old'");
    assertThat(await(thread.newest(List.of(town.link()), me)))
        .extracting(Note::body)
        .containsExactly("Theirs");
    assertThat(await(thread.newest(List.of(), me))).isEmpty();
    assertThat(await(thread.of(town.link()))).as("nothing is lost").hasSize(3);
  }

  @Test
  void theTimeIsLondons() {
    await(thread.write(town.link(), person(town.ours().teacher()), "message", "Summer"));
    town.run("UPDATE link_note SET at = '2026-07-01T09:30:00Z'");
    assertThat(await(thread.of(town.link())).getFirst().at()).isEqualTo("1 Jul, 10:30");
  }

  private static Person person(Id id) {
    return await(new People(town.records()).find(id)).orElseThrow();
  }
}
