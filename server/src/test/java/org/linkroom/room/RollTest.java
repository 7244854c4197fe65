package org.linkroom.room;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Place;

/// However devices come and go, the roll counts each member once, and each programme and school
/// rightly.
class RollTest {
  private record Step(boolean comes, int device) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(true, true, false), Arbitraries.integers().between(0, 59))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  /// Three devices a class, two classes a school and a link, four schools a programme.
  private static Present present(int device) {
    int schoolClass = device / 3;
    int school = schoolClass / 2;
    return new Present(
        "node",
        1,
        id("d", device),
        id("c", schoolClass),
        id("c", schoolClass),
        "Board",
        "device",
        "board",
        new Place(id("p", school / 4), id("s", school), id("l", school)));
  }

  private static Id id(String kind, int number) {
    return new Id(kind + "%011d".formatted(number));
  }

  private static Map<Id, Present> play(Roll roll, List<Step> steps) {
    var here = new HashMap<Id, Present>();
    for (Step step : steps) {
      var present = present(step.device());
      if (step.comes()) {
        assertThat(roll.put(present)).isEqualTo(here.put(present.device(), present));
      } else {
        assertThat(roll.remove(present.device())).isEqualTo(here.remove(present.device()));
      }
    }
    return here;
  }

  @Property(tries = 300)
  void membersAreCountedOnceHoweverManyDevicesTheyHave(@ForAll("steps") List<Step> steps) {
    var roll = new Roll();
    var here = play(roll, steps);
    var members = new HashSet<Id>();
    here.values().forEach(one -> members.add(one.member()));
    assertThat(roll.members()).isEqualTo(members.size());
    assertThat(new ArrayList<>(roll.devices())).hasSameElementsAs(here.values());

    var told = roll.byMember(Audience.BOARD);
    assertThat(told.get("count").asInt()).isEqualTo(members.size());
    assertThat(told.get("members").size()).isEqualTo(members.size());
    var programmes =
        members.stream()
            .map(member -> present(3 * Integer.parseInt(member.text().substring(1))))
            .collect(groupingBy(one -> one.place().programme(), counting()));
    assertThat(told.get("programmes").size()).isEqualTo(programmes.size());
    programmes.forEach(
        (programme, many) ->
            assertThat(told.at("/programmes/" + programme).asLong()).isEqualTo(many));
  }

  @Property(tries = 300)
  void aWindowIsOnOnesOwnProgrammeAndLink(@ForAll("steps") List<Step> steps) {
    var roll = new Roll();
    var here = play(roll, steps).values();
    var window = roll.byProgramme(Audience.BOARD, id("p", 0));
    here.stream()
        .filter(one -> id("p", 0).equals(one.place().programme()))
        .forEach(one -> assertThat(window.get("members").has(one.member().text())).isTrue());
    assertThat(window.path("members"))
        .allMatch(one -> one.get("programme").asText().equals(id("p", 0).text()));
    assertThat(window.path("schools")).allMatch(count -> count.asInt() == 1 || count.asInt() == 2);

    var own = roll.byLink(Audience.BOARD, id("l", 0)).get("own");
    assertThat(own.size())
        .isEqualTo(
            here.stream()
                .filter(one -> id("l", 0).equals(one.place().link()))
                .map(Present::member)
                .distinct()
                .count());
  }

  @Property(tries = 100)
  void whatNodesTellOneAnotherIsReadAsItWasWritten(@ForAll("steps") List<Step> steps) {
    for (Step step : steps) {
      var present = present(step.device());
      assertThat(Present.read(present.device().text(), present.json())).contains(present);
    }
  }
}
