package org.linkroom.network;

import java.util.List;

/// The words that a school is described with, each list in the order in which pages offer it. The
/// database holds to the same.
public final class Choices {
  private Choices() {}

  /// A mail domain, in small letters.
  public static final String DOMAIN =
      "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+";

  /// What kind of school, or a partner that is none, such as a care home.
  public static final List<String> PHASES =
      List.of("primary", "secondary", "all-through", "special", "partner");

  /// The characters of schools, by the alphabet, so that none stands first for another reason.
  public static final List<String> CHARACTERS =
      List.of(
          "catholic",
          "church-of-england",
          "greek-orthodox",
          "hindu",
          "independent-christian",
          "jewish",
          "methodist",
          "muslim",
          "non-denominational",
          "sikh");

  /// Who governs it.
  public static final List<String> GOVERNANCES =
      List.of(
          "academy",
          "community",
          "foundation",
          "free",
          "independent",
          "voluntary-aided",
          "voluntary-controlled",
          "other");

  /// The widest that a camera may show, the widest first.
  public static final List<String> CAMERAS = List.of("wide", "hands", "none");

  /// What a picture may show.
  public static final List<String> PHOTOS = List.of("faces", "no-faces", "none");

  /// How a child may be called.
  public static final List<String> NAMES = List.of("first", "none");

  /// Whether a senior leader says yes once, with the agreement, or to each session.
  public static final List<String> LEADER_YES = List.of("standing", "each");
}
