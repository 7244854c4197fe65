package org.linkroom.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linkroom.network.Choices;

/// The columns that a table may have, in the order in which they are explained. Only the school's
/// is needed; an empty cell leaves what is on record as it is.
public enum Column {
  /// The school's name, by which it is known again.
  SCHOOL(Kind.LINE, 120),
  /// Where it is.
  TOWN(Kind.LINE, 120),
  /// What kind of school.
  PHASE(Kind.CHOICE, 0),
  /// Its character.
  CHARACTER(Kind.CHOICE, 0),
  /// Who governs it.
  GOVERNANCE(Kind.CHOICE, 0),
  /// A number that somebody answers in lessons.
  SCHOOL_PHONE(Kind.LINE, 40),
  /// The office's address.
  SCHOOL_EMAIL(Kind.EMAIL, 254),
  /// Where a concern about the head goes.
  GOVERNORS_EMAIL(Kind.EMAIL, 254),
  /// The mail domains of its adults, with spaces or commas between them.
  MAIL_DOMAINS(Kind.DOMAINS, 300),
  /// The head's name.
  HEAD(Kind.LINE, 120),
  /// The head's address.
  HEAD_EMAIL(Kind.EMAIL, 254),
  /// The safeguarding lead's name.
  SAFEGUARDING_LEAD(Kind.LINE, 120),
  /// The safeguarding lead's address.
  SAFEGUARDING_EMAIL(Kind.EMAIL, 254),
  /// The name of a class, by which it is known again in its school year.
  CLASS(Kind.LINE, 120),
  /// Its year group.
  YEAR_GROUP(Kind.YEAR_GROUP, 13),
  /// How many children it has.
  CHILDREN(Kind.NUMBER, 60),
  /// A few words about it.
  ABOUT_THE_CLASS(Kind.LINE, 120),
  /// What the children call its own teacher.
  TEACHER(Kind.LINE, 120),
  /// Her address.
  TEACHER_EMAIL(Kind.EMAIL, 254),
  /// The school of the class that it is linked with.
  PARTNER_SCHOOL(Kind.LINE, 120),
  /// The class that it is linked with.
  PARTNER_CLASS(Kind.LINE, 120);

  /// What may stand in a cell.
  enum Kind {
    LINE,
    EMAIL,
    CHOICE,
    DOMAINS,
    NUMBER,
    YEAR_GROUP
  }

  /// What a school is; the same in every line of it.
  static final Set<Column> OF_SCHOOL =
      Collections.unmodifiableSet(EnumSet.range(TOWN, MAIL_DOMAINS));

  /// What a class is.
  static final Set<Column> OF_CLASS =
      Collections.unmodifiableSet(EnumSet.range(YEAR_GROUP, ABOUT_THE_CLASS));

  /// What makes no sense without a class.
  static final Set<Column> WITH_CLASS =
      Collections.unmodifiableSet(EnumSet.range(YEAR_GROUP, PARTNER_CLASS));

  private final Kind kind;
  private final int most;

  Column(Kind kind, int most) {
    this.kind = kind;
    this.most = most;
  }

  /// As the head of the table has it and as keys of words end: "school-email".
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The column that a head names, whatever its capitals and signs.
  static Optional<Column> named(String head) {
    String word = plain(head);
    return Stream.of(values()).filter(column -> column.word().equals(word)).findFirst();
  }

  /// A text in small letters with one hyphen for whatever is no letter or digit.
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  Kind kind() {
    return kind;
  }

  /// Characters of a text, or the greatest number.
  int most() {
    return most;
  }

  /// The words that may stand in it; empty: others than these.
  public List<String> choices() {
    return switch (this) {
      case PHASE -> Choices.PHASES;
      case CHARACTER -> Choices.CHARACTERS;
      case GOVERNANCE -> Choices.GOVERNANCES;
      case SCHOOL,
          TOWN,
          SCHOOL_PHONE,
          SCHOOL_EMAIL,
          GOVERNORS_EMAIL,
          MAIL_DOMAINS,
          HEAD,
          HEAD_EMAIL,
          SAFEGUARDING_LEAD,
          SAFEGUARDING_EMAIL,
          CLASS,
          YEAR_GROUP,
          CHILDREN,
          ABOUT_THE_CLASS,
          TEACHER,
          TEACHER_EMAIL,
          PARTNER_SCHOOL,
          PARTNER_CLASS ->
          List.of();
    };
  }
}
