package org.linkroom.session;

import java.time.Instant;

/// Something that who plans a time should know before she goes on with it. None forbids anything.
public sealed interface Notice {
  /// The end of the key of its sentence.
  String key();

  /// A Saturday or Sunday.
  record Weekend() implements Notice {
    @Override
    public String key() {
      return "weekend";
    }
  }

  /// A bank holiday of England.
  record BankHoliday(String name) implements Notice {
    @Override
    public String key() {
      return "bank";
    }
  }

  /// Between the terms of a school.
  record OutsideTerm(String school) implements Notice {
    @Override
    public String key() {
      return "term";
    }
  }

  /// A school is closed.
  record Closed(String school, String name) implements Notice {
    @Override
    public String key() {
      return "closed";
    }
  }

  /// A festival that a school keeps; or that may move, and be kept on that day.
  record Kept(String school, String feast, boolean maybe) implements Notice {
    @Override
    public String key() {
      return maybe ? "kept.maybe" : "kept";
    }
  }

  /// A festival that families of any school may keep.
  record Families(String feast, boolean maybe) implements Notice {
    @Override
    public String key() {
      return maybe ? "families.maybe" : "families";
    }
  }

  /// Days that a school lives through with care, such as a fast.
  record Period(String school, String feast) implements Notice {
    @Override
    public String key() {
      return "period";
    }
  }

  /// Friday prayers of a school.
  record Friday(String school) implements Notice {
    @Override
    public String key() {
      return "friday";
    }
  }

  /// A class has something else on.
  record Twice(String who, String title, Instant at) implements Notice {
    @Override
    public String key() {
      return "class";
    }
  }

  /// A teacher has something else on.
  record AdultTwice(String who, String title, Instant at) implements Notice {
    @Override
    public String key() {
      return "adult";
    }
  }

  /// Not within the times that a class has entered as its own.
  record Unusual(String label) implements Notice {
    @Override
    public String key() {
      return "unusual";
    }
  }
}
