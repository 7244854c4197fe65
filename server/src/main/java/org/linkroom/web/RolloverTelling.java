package org.linkroom.web;

import java.util.ArrayList;
import java.util.List;
import org.linkroom.base.Words;
import org.linkroom.year.Crossing;

/// What becomes of a class in the new school year, in words.
public record RolloverTelling(String school, String label, List<String> says) {
  static List<RolloverTelling> of(List<Crossing.Going> going, Words words) {
    return going.stream()
        .map(
            one ->
                new RolloverTelling(one.from().schoolName(), one.from().label(), says(one, words)))
        .toList();
  }

  private static List<String> says(Crossing.Going one, Words words) {
    var says = new ArrayList<String>();
    var wish = one.wish();
    String year =
        one.yearGroup() < 0
            ? words.say("year.over.noyear")
            : one.yearGroup() == 0
                ? words.say("year.over.reception")
                : words.say("year.over.yeargroup", Integer.toString(one.yearGroup()));
    says.add(words.say("year.over.says." + wish.fate(), one.label(), year));
    if (wish.follows()) {
      says.add(
          wish.otherLead()
              ? words.say("year.over.otherlead", wish.lead(), wish.email())
              : words.say("year.over.samelead", one.from().leadName()));
    }
    for (var ending : one.links()) {
      says.add(words.say("year.over.ends", ending.tie().partners()));
      if (ending.tie().coming() > 0) {
        says.add(words.say("year.over.off", ending.tie().coming()));
      }
      if (!ending.again().equals("none")) {
        says.add(words.say("year.over.again." + ending.again(), ending.tie().partners()));
      }
    }
    return says;
  }
}
