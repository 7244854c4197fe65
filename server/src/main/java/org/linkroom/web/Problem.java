package org.linkroom.web;

/// What a page says instead of what was asked for. It ends the handler; the door renders it.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final String key;
  private final String onward;

  private Problem(int status, String key, String onward) {
    super(key, null, false, false);
    this.status = status;
    this.key = key;
    this.onward = onward;
  }

  private Problem(int status, String key) {
    this(status, key, "");
  }

  /// There is no such thing, or it is a stranger's: which of both is not said.
  public static Problem notFound() {
    return new Problem(404, "problem.notfound");
  }

  /// The form came from elsewhere or is too old.
  public static Problem foreignForm() {
    return new Problem(403, "problem.form");
  }

  /// Signed in, but this is for another role.
  public static Problem notForYou() {
    return new Problem(404, "problem.notfound");
  }

  /// It was changed by somebody else in the meantime.
  ///
  /// @param onward the path of the page that shows how it stands now
  public static Problem changed(String onward) {
    return new Problem(409, "problem.changed", onward);
  }

  /// More was asked for than is kind.
  public static Problem tooMany() {
    return new Problem(429, "problem.toomany");
  }

  /// Something came that no form of ours sends.
  public static Problem malformed() {
    return new Problem(400, "problem.malformed");
  }

  /// A kind page with words of its own.
  public static Problem saying(int status, String key) {
    return new Problem(status, key);
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The key of its words: a title at `.title`, a sentence at `.text`.
  public String key() {
    return key;
  }

  /// The path of a page of ours that helps further; empty if the first page is as good as any.
  public String onward() {
    return onward;
  }
}
