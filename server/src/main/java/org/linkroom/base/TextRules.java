package org.linkroom.base;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an adult may not write where children or another school read it: nothing by which a child
/// could be reached or found. First names only: what looks like a full name is asked about, not
/// refused, for nothing but a person can tell a name from a place. The rules are those of the
/// network's safeguarding page; they look at texts of adults, who do not try to get round them.
public final class TextRules {
  /// What is refused.
  public enum Kind {
    EMAIL,
    LINK,
    HANDLE,
    PHONE,
    POSTCODE;

    /// The word behind the last dot of its sentence's key.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something that is refused, as it was written.
  public record Refused(Kind kind, String found) {}

  private record Rule(Kind kind, Pattern pattern) {}

  private static final String AREAS =
      "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";

  private static final String NETWORKS =
      "insta(?:gram)?|snap(?:chat)?|tik ?tok|whats ?app|discord|roblox|fortnite|minecraft|xbox|psn|twitch|you ?tube|twitter|facebook|telegram|signal";

  /// A mail address before a link and a handle: it looks like either in part.
  private static final List<Rule> RULES =
      List.of(
          rule(Kind.EMAIL, "[^\\s@<>(),;:]+@[^\\s@<>(),;:]+\\.[^\\s@<>(),;:]+"),
          rule(
              Kind.EMAIL,
              "[\\w.+-]+\\s*[(\\[{]\\s*at\\s*[)\\]}]\\s*[\\w-]+(?:\\s*(?:\\.|[(\\[{]\\s*dot\\s*[)\\]}])\\s*\\w+)+"),
          rule(Kind.LINK, "(?:https?|ftp)://\\S+|\\bwww\\.\\S+"),
          rule(
              Kind.LINK,
              "(?<![\\w@.-])[a-z0-9][a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|uk|eu|io|tv|info|gg|ly|app|dev|school|edu|gov)\\b(?:/\\S*)?"),
          rule(Kind.LINK, "(?<![\\w@.-])[a-z0-9][a-z0-9.-]+\\.[a-z]{2,}/\\S+"),
          rule(Kind.HANDLE, "(?<![\\w.@])@[\\w.]{2,30}"),
          rule(
              Kind.HANDLE,
              "\\b(?:"
                  + NETWORKS
                  + ")\\b(?:\\s+(?:user ?)?name)?\\s*(?:[:=]|\\bis\\b)\\s*[\\w.@-]{2,30}"),
          rule(
              Kind.PHONE,
              "(?<![\\w+])(?:\\+\\s?\\d|\\(?0|0044)(?:[\\s().\\-\\u2010-\\u2015/]*\\d){8,13}(?!\\d)"),
          rule(
              Kind.POSTCODE,
              "\\b(?:"
                  + AREAS
                  + ")\\d[A-Z\\d]?\\s*\\d(?!(?:st|nd|rd|th)\\b)[ABD-HJLNP-UW-Z]{2}\\b"));

  /// Days and times are no phone numbers, whatever stands beside them.
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2}))\\b(?!\\d)|\\b\\d{1,2}[:.]\\d{2}\\b(?=\\s*(?:$|[-–ap]|to\\b))");

  private static final Pattern TWO_NAMES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'’-])(\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*)\\h+(?:(?:de|da|di|van|von|der|den|bin|ibn|al|el|ap|Ó|Ní|Ni)\\h+)?(\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*)");

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "sir",
          "prof",
          "professor",
          "rev",
          "revd",
          "father",
          "sister",
          "imam",
          "rabbi",
          "lady",
          "lord",
          "saint",
          "st",
          "auntie",
          "uncle",
          "king",
          "queen",
          "prince",
          "princess");

  /// Words that begin with a capital and are no name of a child.
  private static final Set<String> PLAIN =
      Set.of(
          ("a all an and are as ask at autumn be because big black both bring but by can celebrate christmas church city class classes"
                  + " college community could council day dear dewali diwali different do does eid each easter east england every everyone"
                  + " family find first football for friday from friends garden girls go good great grammar guess had hall happy has have he hello"
                  + " her here hi high hill his hope house how i if in infant infants is it january february march april may june july august"
                  + " september october november december join junior juniors just know learn let let's library like listen live look love make"
                  + " many meet monday museum my new no north not now of on one or our park people please primary question ramadan read"
                  + " reception remember river road same saturday say school schools secondary see share she show sing so some south speak"
                  + " spring street summer sunday team tell thank thanks that the their then there these they think this those thursday to"
                  + " together tomorrow town tuesday two united vaisakhi very village wave we wednesday welcome west what when where which"
                  + " white who why will winter with women work world would year years yes yesterday you your academy art arts boys british"
                  + " english welsh scottish irish kingdom links link linking linkroom maths music science children's world's")
              .split(" "));

  private TextRules() {}

  private static Rule rule(Kind kind, String pattern) {
    return new Rule(
        kind,
        Pattern.compile(
            pattern,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
  }

  /// Find the first thing in a text that children may not be shown, if there is any.
  public static Optional<Refused> refused(String text) {
    String plain = plain(text);
    String undated = DATE.matcher(plain).replaceAll(" · ");
    for (Rule rule : RULES) {
      Matcher found = rule.pattern().matcher(rule.kind() == Kind.PHONE ? undated : plain);
      if (found.find()) {
        return Optional.of(new Refused(rule.kind(), found.group().strip()));
      }
    }
    return Optional.empty();
  }

  /// Find what looks like a first name with a surname, if there is any: two words with capitals, of
  /// which neither is a usual word nor the first a title.
  public static Optional<String> fullName(String text) {
    String plain = plain(text);
    var found = TWO_NAMES.matcher(plain);
    int from = 0;
    while (found.find(from)) {
      if (name(found.group(1)) && name(found.group(2)) && !titled(plain, found.start())) {
        return Optional.of(found.group());
      }
      from = found.end(1);
    }
    return Optional.empty();
  }

  private static boolean name(String word) {
    String small = word.toLowerCase(Locale.UK).replace('’', '\'');
    return small.length() > 1 && !PLAIN.contains(small) && !TITLES.contains(small);
  }

  private static boolean titled(String text, int start) {
    String[] before = text.substring(0, start).strip().split("[\\s.]+");
    return TITLES.contains(before[before.length - 1].toLowerCase(Locale.UK));
  }

  /// As people see it: wide letters as plain ones, spaces that are not seen taken away.
  private static String plain(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]", "");
  }
}
