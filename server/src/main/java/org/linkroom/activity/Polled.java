package org.linkroom.activity;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linkroom.base.Id;

/// An activity in which a class is counted: by hands, or by its tablets.
sealed interface Polled permits CheckIn, Vote {
  /// The classes that answer by tablets.
  Tablets tablets();

  /// What can be marked.
  List<String> options();

  /// Marks of one ballot.
  int most();

  /// Tell whether a class has been counted.
  boolean counted(Id classId);

  /// Tell whether what was counted stands from now on.
  boolean stands(Scene scene);

  /// The same with other ballots.
  Activity with(Tablets next);

  /// The same where a class has been counted.
  ///
  /// @param voters how many have answered
  Activity count(Id classId, int voters, SortedMap<String, Integer> hands, Tablets next);

  /// The same where a class has not been counted after all.
  Activity uncount(Id classId, Tablets next);

  /// Tell whether a class's tablets are asked now.
  default boolean open(Id classId) {
    return tablets().classes().contains(classId) && !counted(classId);
  }

  /// Only counts are left of a class's ballots.
  default Activity close(Id classId) {
    var hands = new TreeMap<String, Integer>();
    var ballots = tablets().of(classId).values();
    ballots.forEach(marks -> marks.forEach(mark -> hands.merge(mark, 1, Integer::sum)));
    return count(classId, ballots.size(), hands, tablets().without(classId));
  }

  /// Only counts are left of anybody's; what nobody answered is not counted.
  static Activity close(Activity activity) {
    Activity next = activity;
    if (activity instanceof Polled is) {
      for (Id classId : is.tablets().cast().keySet()) {
        var now = (Polled) next;
        next =
            now.tablets().count(classId) == 0
                ? now.with(now.tablets().without(classId))
                : now.close(classId);
      }
    }
    return next;
  }
}
