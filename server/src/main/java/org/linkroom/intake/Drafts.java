package org.linkroom.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.linkroom.network.Classes;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;

/// What is to be on record, put together of the cells of a table and of what was there before.
final class Drafts {
  private Drafts() {}

  private static Map<Column, String> after(List<Step.Change> changes) {
    var after = new EnumMap<Column, String>(Column.class);
    changes.forEach(change -> after.put(change.column(), change.after()));
    return after;
  }

  private static List<String> domains(String cell) {
    return Arrays.stream(cell.split(" ")).filter(domain -> !domain.isEmpty()).toList();
  }

  static Schools.Draft school(String name, List<Step.Change> facts, Schools.Wishes wishes) {
    var is = after(facts);
    return new Schools.Draft(
        new Schools.About(
            name,
            is.getOrDefault(Column.TOWN, ""),
            is.getOrDefault(Column.PHASE, ""),
            is.getOrDefault(Column.CHARACTER, ""),
            is.getOrDefault(Column.GOVERNANCE, "")),
        new Schools.Contacts(
            is.getOrDefault(Column.SCHOOL_PHONE, ""),
            is.getOrDefault(Column.SCHOOL_EMAIL, ""),
            is.getOrDefault(Column.GOVERNORS_EMAIL, ""),
            domains(is.getOrDefault(Column.MAIL_DOMAINS, ""))),
        wishes);
  }

  static Schools.Draft school(SchoolView before, List<Step.Change> changes) {
    var is = after(changes);
    return new Schools.Draft(
        new Schools.About(
            before.name(),
            is.getOrDefault(Column.TOWN, before.town()),
            is.getOrDefault(Column.PHASE, before.phase()),
            is.getOrDefault(Column.CHARACTER, before.character()),
            is.getOrDefault(Column.GOVERNANCE, before.governance())),
        new Schools.Contacts(
            is.getOrDefault(Column.SCHOOL_PHONE, before.phone()),
            is.getOrDefault(Column.SCHOOL_EMAIL, before.email()),
            is.getOrDefault(Column.GOVERNORS_EMAIL, before.governorsEmail()),
            is.containsKey(Column.MAIL_DOMAINS)
                ? domains(is.getOrDefault(Column.MAIL_DOMAINS, ""))
                : before.domains()),
        new Schools.Wishes(before.camera(), before.photos(), before.names(), before.leaderYes()));
  }

  static Classes.Draft schoolClass(String label, List<Step.Change> facts, int year) {
    var is = after(facts);
    return new Classes.Draft(
        label,
        Integer.parseInt(is.getOrDefault(Column.YEAR_GROUP, "0")),
        Integer.parseInt(is.getOrDefault(Column.CHILDREN, "1")),
        is.getOrDefault(Column.ABOUT_THE_CLASS, ""),
        year);
  }

  static Classes.Draft schoolClass(Classes.Kept before, List<Step.Change> changes) {
    var is = after(changes);
    return new Classes.Draft(
        before.label(),
        Integer.parseInt(is.getOrDefault(Column.YEAR_GROUP, Integer.toString(before.yearGroup()))),
        Integer.parseInt(is.getOrDefault(Column.CHILDREN, Integer.toString(before.size()))),
        is.getOrDefault(Column.ABOUT_THE_CLASS, before.motto()),
        before.year());
  }
}
