package org.linkroom.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Text;
import org.linkroom.protocol.Refusal;

/// What is done with pupils' questions.
public sealed interface Asking extends Act {
  /// Characters of a group's name.
  int GROUP = 16;

  @Override
  default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
    return activity instanceof Questions is ? ask(is, teller) : Act.late();
  }

  /// Do it while questions are gathered.
  Outcome ask(Questions is, Teller teller);

  /// Write one down.
  ///
  /// @param sure an adult has said that what looks like a name is none of a pupil
  record Write(String group, String text, boolean sure) implements Asking {
    @Override
    public By by() {
      return By.DEVICE;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      if (teller.classId() == null) {
        return Act.no(Refusal.NOT_ALLOWED);
      }
      String line = Text.line(text);
      String of = Text.line(group);
      // A pupil's device is not asked about names: its adult is, when she reads it.
      var wrong = Said.refuse(line, Questions.CHARACTERS, sure || !teller.adult());
      if (wrong.isEmpty() && !of.isEmpty()) {
        wrong = Said.refuse(of, GROUP, !teller.adult());
      }
      if (wrong.isPresent()) {
        return Act.no(wrong.get());
      }
      if (is.all().size() >= Questions.MOST) {
        return Act.no(Refusal.LIST_FULL);
      }
      int rank = is.all().values().stream().mapToInt(Question::rank).max().orElse(0) + 1;
      var state = teller.adult() ? Question.State.ASKED : Question.State.WAITS;
      return Act.next(
          is.with(Id.random(), new Question(teller.of(), of, line, state, null, rank, false)));
    }
  }

  /// An adult of its class has read it: the other class may.
  record Approve(Id question, boolean sure) implements Asking {
    @Override
    public By by() {
      return By.CLASS;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      var found = is.all().get(question);
      if (found == null || !found.by().equals(teller.of())) {
        return Act.no(found == null ? Refusal.NO_QUESTION : Refusal.NOT_YOURS);
      }
      var wrong = Said.refuse(found.text(), Questions.CHARACTERS, sure);
      if (wrong.isPresent()) {
        return Act.no(wrong.get());
      }
      return Act.next(
          found.state() == Question.State.WAITS
              ? is.with(question, found.as(Question.State.ASKED))
              : is);
    }
  }

  /// Take one of the own class away.
  record Drop(Id question) implements Asking {
    @Override
    public By by() {
      return By.CLASS;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      var found = is.all().get(question);
      boolean others = found != null && !found.by().equals(teller.of());
      return others ? Act.no(Refusal.NOT_YOURS) : Act.next(is.without(question));
    }
  }

  /// Show one large on all boards; nothing for none.
  record Air(@Nullable Id question) implements Asking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      return question == null || is.seen(question)
          ? Act.next(new Questions(is.all(), question))
          : Act.no(Refusal.NO_QUESTION);
    }
  }

  /// It has been answered, or not after all.
  record Answered(Id question, boolean yes) implements Asking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      var found = is.all().get(question);
      return found != null && is.seen(question)
          ? Act.next(
              is.with(question, found.as(yes ? Question.State.ANSWERED : Question.State.ASKED)))
          : Act.no(Refusal.NO_QUESTION);
    }
  }

  /// Two that ask the same are one from now on.
  record Join(Id question, Id into) implements Asking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public Outcome ask(Questions is, Teller teller) {
      var found = is.all().get(question);
      var other = is.all().get(into);
      if (found == null || other == null || !is.seen(question) || !is.seen(into)) {
        return Act.no(Refusal.NO_QUESTION);
      }
      boolean round = question.equals(into) || other.into() != null;
      return round
          ? Act.no(Refusal.MALFORMED)
          : Act.next(is.with(question, found.joined(into)).follow(question, into));
    }
  }
}
