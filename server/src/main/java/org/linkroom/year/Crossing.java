package org.linkroom.year;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.linkroom.base.Id;

/// How a class goes over into the school year to come; pure rules.
public final class Crossing {
  /// What may become of a class: the children go up a year; other children take its place; it is
  /// put away; it is not decided yet.
  public static final List<String> FATES = List.of("up", "new", "away", "later");

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int JULY = 7;
  private static final int OLDEST = 13;

  private Crossing() {}

  /// The school year into which classes go over at a moment: from July on the one that begins in
  /// that calendar year, before that the one that goes on.
  public static int into(Instant now) {
    var day = now.atZone(LONDON);
    return day.getMonthValue() >= JULY ? day.getYear() : day.getYear() - 1;
  }

  /// What is wished for a class.
  ///
  /// @param label its name in the new year; empty: as is suggested
  /// @param lead who leads it from then on, with her address; both empty: who leads it now
  /// @param again whether it is linked again with the same school
  public record Wish(String fate, String label, String lead, String email, boolean again) {
    /// Tell whether a class of the new year comes of it.
    public boolean follows() {
      return fate.equals("up") || fate.equals("new");
    }

    /// Tell whether another teacher leads it.
    public boolean otherLead() {
      return !email.isEmpty();
    }
  }

  /// What becomes of a link.
  ///
  /// @param again none: not wished; asked: the heads are asked at once; waits: until the partner is
  ///     taken over as well; not: the partner was put away
  public record Ending(Leaving.Tie tie, String again) {}

  /// What becomes of a class.
  ///
  /// @param label its name in the new year
  public record Going(Leaving from, Wish wish, String label, int yearGroup, List<Ending> links) {}

  /// Tell whether its children can go up: nobody is older than Year 13.
  public static boolean goesUp(Leaving one, int year) {
    return one.yearGroup() + (year - one.year()) <= OLDEST;
  }

  /// The year group in the new year.
  static int yearGroup(Leaving one, String fate, int year) {
    boolean up = fate.equals("up") && one.yearGroup() >= 0;
    return up ? one.yearGroup() + (year - one.year()) : one.yearGroup();
  }

  /// The name in the new year: 4B goes up as 5B, and 4B's new children are 4B.
  public static String label(Leaving one, String fate, int year) {
    int next = yearGroup(one, fate, year);
    var number = Pattern.compile("(?<!\\d)" + one.yearGroup() + "(?!\\d)");
    return one.yearGroup() <= 0 || next == one.yearGroup()
        ? one.label()
        : number.matcher(one.label()).replaceFirst(Integer.toString(next));
  }

  /// What becomes of all of them.
  ///
  /// @param wishes one for each
  public static List<Going> of(List<Leaving> classes, Map<Id, Wish> wishes, int year) {
    var going = new ArrayList<Going>();
    for (Leaving one : classes) {
      var wish = wishes.get(one.id());
      if (wish != null) {
        String label = wish.label().isEmpty() ? label(one, wish.fate(), year) : wish.label();
        going.add(
            new Going(
                one,
                wish,
                label,
                yearGroup(one, wish.fate(), year),
                wish.fate().equals("later") ? List.of() : endings(one, wishes)));
      }
    }
    return List.copyOf(going);
  }

  private static List<Ending> endings(Leaving one, Map<Id, Wish> wishes) {
    return one.links().stream().map(tie -> new Ending(tie, again(one, tie, wishes))).toList();
  }

  /// Either of a link's classes may wish for it again.
  private static String again(Leaving one, Leaving.Tie tie, Map<Id, Wish> wishes) {
    var all = new ArrayList<Id>();
    all.add(one.id());
    tie.others().forEach(other -> all.add(other.id()));
    boolean wished = all.stream().map(wishes::get).anyMatch(wish -> wish != null && wish.again());
    if (!wished) {
      return "none";
    }
    var own = wishes.get(one.id());
    boolean not =
        own == null || !own.follows() || tie.others().stream().anyMatch(o -> gone(o, wishes));
    boolean whole = tie.others().stream().allMatch(o -> follows(o, wishes));
    return not ? "not" : whole ? "asked" : "waits";
  }

  private static boolean gone(Leaving.Other other, Map<Id, Wish> wishes) {
    var wish = wishes.get(other.id());
    return other.away() || (wish != null && wish.fate().equals("away"));
  }

  private static boolean follows(Leaving.Other other, Map<Id, Wish> wishes) {
    var wish = wishes.get(other.id());
    return other.followed() || (wish != null && wish.follows());
  }

  /// Whose name in the new year is another's too, of one school.
  ///
  /// @param taken the names that a school's classes of the new year have already
  public static Set<Id> clashing(List<Going> going, Map<Id, Set<String>> taken) {
    var clashing = new HashSet<Id>();
    var names = new HashMap<Id, Set<String>>();
    for (Going one : going) {
      Id school = one.from().school();
      if (one.wish().follows()
          && (taken.getOrDefault(school, Set.of()).contains(one.label())
              || !names.computeIfAbsent(school, none -> new HashSet<>()).add(one.label()))) {
        clashing.add(one.from().id());
      }
    }
    return clashing;
  }
}
