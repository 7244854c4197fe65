package org.linkroom.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linkroom.base.TextRules;

/// Judges what an adult wrote where children of another class read or hear it: nothing by which a
/// child could be reached; and what looks like a full name is asked about once, beside its field.
final class ChildText {
  private final Form form;
  private final Map<String, String> asked = new LinkedHashMap<>();

  ChildText(Form form) {
    this.form = form;
  }

  /// Say beside a field what its text must not have.
  ChildText judge(String field) {
    String text = form.raw(field);
    var refused = TextRules.refused(text);
    if (refused.isPresent()) {
      form.wrong(
          field, "noticeboard.refused." + refused.get().kind().word(), refused.get().found());
      return this;
    }
    TextRules.fullName(text)
        .filter(name -> !name.equals(form.raw("fine-" + field)))
        .ifPresent(
            name -> {
              form.wrong(field, "parcel.name", name);
              asked.put(field, name);
            });
    return this;
  }

  /// What looks like a full name, by its field.
  Map<String, String> asked() {
    return asked;
  }
}
