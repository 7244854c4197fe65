package org.linkroom.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linkroom.base.MailAddress;
import org.linkroom.network.Choices;

/// Reads one cell as it is kept, or says what is wrong with it.
final class Cells {
  /// What people write for a word of ours.
  private static final Map<String, String> MEANT =
      Map.of(
          "c-of-e", "church-of-england",
          "ce", "church-of-england",
          "rc", "catholic",
          "roman-catholic", "catholic",
          "free-school", "free",
          "care-home", "partner",
          "through", "all-through");

  private static final Pattern YEAR = Pattern.compile("(?i)(?:year|yr|y)?\\s*(\\d{1,2})");
  private static final Pattern RECEPTION = Pattern.compile("(?i)r|reception|yr r|year r");

  private Cells() {}

  /// As it is kept. Where something is wrong, that is added and the answer means nothing.
  static String read(Column column, String cell, List<Fault> faults) {
    if (cell.codePoints().anyMatch(c -> !keepable(c))) {
      faults.add(Fault.of(column, "characters"));
      return "";
    }
    return switch (column.kind()) {
      case LINE -> line(column, cell, faults);
      case EMAIL -> email(column, cell, faults);
      case CHOICE -> choice(column, cell, faults);
      case DOMAINS -> domains(column, cell, faults);
      case NUMBER -> number(column, cell, 1, faults);
      case YEAR_GROUP -> yearGroup(column, cell, faults);
    };
  }

  /// As in every form of ours: no controls, and nothing that turns the text around it.
  private static boolean keepable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> c != 0xFFFD && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    };
  }

  private static String line(Column column, String cell, List<Fault> faults) {
    String line = cell.strip();
    if (line.codePointCount(0, line.length()) > column.most()) {
      faults.add(Fault.of(column, "long", column.most()));
    }
    return line;
  }

  private static String email(Column column, String cell, List<Fault> faults) {
    String email = line(column, cell, faults).toLowerCase(Locale.ROOT);
    if (!MailAddress.fits(email)) {
      faults.add(Fault.of(column, "email"));
    }
    return email;
  }

  private static String choice(Column column, String cell, List<Fault> faults) {
    String plain = Column.plain(cell);
    String word = MEANT.getOrDefault(plain, plain);
    if (!column.choices().contains(word)) {
      faults.add(Fault.of(column, "choose", String.join(", ", column.choices())));
    }
    return word;
  }

  private static String domains(Column column, String cell, List<Fault> faults) {
    var domains =
        Arrays.stream(line(column, cell, faults).toLowerCase(Locale.ROOT).split("[,;\\s]+"))
            .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
            .filter(domain -> !domain.isEmpty())
            .distinct()
            .toList();
    if (!domains.stream().allMatch(domain -> domain.matches(Choices.DOMAIN))) {
      faults.add(Fault.of(column, "domains"));
    }
    return domains.stream().collect(Collectors.joining(" "));
  }

  private static String number(Column column, String cell, int least, List<Fault> faults) {
    if (cell.matches("\\d{1,4}")) {
      int n = Integer.parseInt(cell);
      if (n >= least && n <= column.most()) {
        return Integer.toString(n);
      }
    }
    faults.add(Fault.of(column, "number", least, column.most()));
    return "";
  }

  private static String yearGroup(Column column, String cell, List<Fault> faults) {
    if (RECEPTION.matcher(cell).matches()) {
      return "0";
    }
    if (cell.equals("-1")) {
      return cell;
    }
    var year = YEAR.matcher(cell);
    return number(column, year.matches() ? year.group(1) : cell, 0, faults);
  }
}
