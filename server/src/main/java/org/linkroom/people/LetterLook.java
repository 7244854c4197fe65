package org.linkroom.people;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a mail looks where its reader's program shows HTML: the words of its text and nothing more.
/// Paragraphs are parted by empty lines; a line that is only an address becomes a button. Nothing
/// is fetched from anywhere, so that no sender learns who read it and when.
final class LetterLook {
  private static final Pattern PARTS = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Linkroom</title></head>
      <body style="margin:0;padding:24px 12px;background:#f6f4ef;color:#1f2a30;font:17px/1.5 system-ui,sans-serif">
      <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px">
      <p style="margin:0 0 20px;font-weight:700;color:#1f2a30">Linkroom</p>
      """;
  private static final String FOOT = "\n</div></body></html>\n";

  private LetterLook() {}

  /// The HTML of a mail's text.
  static String of(String text) {
    String parts =
        PARTS
            .splitAsStream(text.strip().replace("\r\n", "\n"))
            .map(LetterLook::part)
            .collect(Collectors.joining("\n"));
    return HEAD + parts + FOOT;
  }

  private static String part(String lines) {
    var html = new StringBuilder();
    var plain = new StringBuilder();
    for (String line : lines.split("\n", -1)) {
      if (ADDRESS.matcher(line.strip()).matches()) {
        paragraph(html, plain);
        html.append(button(safe(line.strip())));
      } else {
        plain.append(plain.isEmpty() ? "" : "<br>").append(safe(line));
      }
    }
    paragraph(html, plain);
    return html.toString();
  }

  private static void paragraph(StringBuilder html, StringBuilder plain) {
    if (!plain.isEmpty()) {
      html.append("<p style=\"margin:0 0 16px\">").append(plain).append("</p>");
      plain.setLength(0);
    }
  }

  private static String button(String address) {
    return """
    <p style="margin:0 0 8px"><a href="%1$s" style="display:inline-block;padding:12px 22px;background:#1f4e5f;color:#ffffff;border-radius:8px;font-weight:700;text-decoration:none">Open in Linkroom</a></p>
    <p style="margin:0 0 16px;font-size:14px;word-break:break-all">%1$s</p>"""
        .formatted(address);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
