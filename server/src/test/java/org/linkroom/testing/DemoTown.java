package org.linkroom.testing;

/// Where things of the demo network are: the ids that an app gave them.
public record DemoTown(Database database) {
  /// Of an app's demo.
  public static DemoTown of(TestApp app) {
    return new DemoTown(Database.of(app));
  }

  /// A class, such as 4B; every label of the demo is its own.
  public String schoolClass(String label) {
    return database.one("SELECT id FROM school_class WHERE label = ?", label);
  }

  /// A school.
  public String school(String name) {
    return database.one("SELECT id FROM school WHERE name = ?", name);
  }

  /// The programme of a school.
  public String programme(String school) {
    return database.one("SELECT programme FROM school WHERE name = ?", school);
  }

  /// An adult.
  public String person(String name) {
    return database.one("SELECT id FROM person WHERE name = ?", name);
  }

  /// The link of two classes.
  public String link(String one, String other) {
    return database.one(
        """
        SELECT a.link FROM link_class a JOIN link_class b ON b.link = a.link
        WHERE a.class = ? AND b.class = ?""",
        schoolClass(one),
        schoolClass(other));
  }

  /// A link's next session that is not over.
  public String nextSession(String link) {
    return database.one(
        """
        SELECT id FROM session WHERE link = ? AND state NOT IN ('ended', 'cancelled')
        ORDER BY starts_at LIMIT 1""",
        link);
  }

  /// A link's session that is over.
  public String pastSession(String link) {
    return database.one(
        "SELECT id FROM session WHERE link = ? AND state = 'ended' ORDER BY starts_at LIMIT 1",
        link);
  }
}
