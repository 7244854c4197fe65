package org.linkroom.safety;

import java.util.ArrayList;
import java.util.List;

/// All that is on record of a link, a class or a school, table by table: what an export gives, and
/// what erasing takes, in an order in which the database lets it go. The audit log stays, for it is
/// never changed; so does a concern, which its reader's school must be able to find. A test holds
/// this to the database's own foreign keys.
public enum Holding {
  /// A link with its sessions.
  LINK,
  /// A class that is in no link any more.
  CLASS,
  /// A school whose classes are in no link any more, with its classes.
  SCHOOL;

  private static final String PARCELS = " IN (SELECT p.id FROM parcel p WHERE p.link = $1)";

  /// What is held, by table.
  public List<Part> parts() {
    return switch (this) {
      case LINK -> ofLink();
      case CLASS -> ofClasses("$1");
      case SCHOOL -> ofSchool();
    };
  }

  /// Some rows.
  ///
  /// @param group the end of the key of its words, as people speak of it
  /// @param where of rows `t`, with the id as $1
  /// @param told whether an export gives it; what is inside of the machine it does not
  public record Part(String table, String group, String where, boolean told) {}

  private static Part told(String table, String group, String where) {
    return new Part(table, group, where, true);
  }

  private static Part inside(String table, String group, String where) {
    return new Part(table, group, where, false);
  }

  private static List<Part> ofLink() {
    var parts =
        new ArrayList<>(
            List.of(
                told("parcel_answer", "parcels", "t.parcel" + PARCELS),
                told("picture", "parcels", "t.parcel" + PARCELS),
                told("parcel", "parcels", "t.link = $1")));
    parts.addAll(ofLinksSessions());
    return List.copyOf(parts);
  }

  private static List<Part> ofLinksSessions() {
    String sessions = " IN (SELECT s.id FROM session s WHERE s.link = $1)";
    return List.of(
        inside("room_part", "records", "t.room" + sessions),
        inside("room_answer", "records", "t.room" + sessions),
        told("room_journal", "records", "t.room" + sessions),
        inside("join_code", "passes", "t.session" + sessions),
        inside("join_token", "passes", "t.session" + sessions),
        told("cover_pass", "passes", "t.session" + sessions),
        told("kit_check", "checks", "t.session" + sessions),
        told("help_request", "notes", "t.link = $1"),
        inside("kind_word", "mails", "t.session" + sessions),
        inside("session_told", "mails", "t.session" + sessions),
        inside("session_reminder", "mails", "t.session" + sessions),
        inside("leader_asked", "mails", "t.session" + sessions),
        told("leader_answer", "agreements", "t.session" + sessions),
        inside("class_room", "passes", "t.session" + sessions),
        told("attendance_adult", "attendance", "t.session" + sessions),
        told("attendance_class", "attendance", "t.session" + sessions),
        told("attendance", "attendance", "t.link = $1"),
        told("lesson_kept", "lessons", "t.link = $1"),
        told("garden_question", "lessons", "t.link = $1"),
        told("session_for_both", "sessions", "t.session" + sessions),
        told("session", "sessions", "t.link = $1"),
        told("link_note", "notes", "t.link = $1"),
        told("link_item", "dates", "t.link = $1"),
        told("link_yes", "agreements", "t.link = $1"),
        told("link_class", "links", "t.link = $1"),
        told("link", "links", "t.id = $1"));
  }

  private static List<Part> ofClasses(String which) {
    String in = " IN (" + which + ")";
    return List.of(
        told("board", "boards", "t.class" + in),
        told("class_time", "dates", "t.class" + in),
        told("garden_question", "lessons", "t.class" + in),
        inside("class_room", "passes", "t.class" + in),
        told("kit_check", "checks", "t.class" + in),
        told("help_request", "notes", "t.class" + in),
        told("parcel_answer", "parcels", "t.class" + in),
        told(
            "picture",
            "parcels",
            "t.parcel IN (SELECT p.id FROM parcel p WHERE p.class" + in + ")"),
        told("parcel", "parcels", "t.class" + in),
        told("role", "adults", "t.class" + in),
        told("school_class", "classes", "t.id" + in));
  }

  private static List<Part> ofSchool() {
    var parts = new ArrayList<>(ofClasses("SELECT c.id FROM school_class c WHERE c.school = $1"));
    parts.addAll(
        List.of(
            told("term_span", "dates", "t.school = $1"),
            inside("digest", "mails", "t.school = $1"),
            told("outside_adult", "adults", "t.school = $1"),
            told("adults_round", "adults", "t.school = $1"),
            told("role", "adults", "t.school = $1"),
            told("school_agreement", "agreements", "t.school = $1"),
            told("interest", "agreements", "t.school = $1"),
            told("notice_post", "notes", "t.school = $1"),
            told("school", "schools", "t.id = $1")));
    return List.copyOf(parts);
  }
}
