package org.linkroom.activity;

import java.time.Instant;
import org.linkroom.protocol.Refusal;

/// What is done in talk by turns.
public sealed interface Talking extends Act {
  @Override
  default By by() {
    return By.DEVICE;
  }

  @Override
  default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
    return activity instanceof Talk talk ? talk(talk, teller, scene, now) : Act.late();
  }

  /// Do it while that talk goes on.
  Outcome talk(Talk talk, Teller teller, Scene scene, Instant now);

  /// One pupil more waits to speak, or one less.
  record Want(boolean more) implements Talking {
    @Override
    public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
      if (teller.classId() == null) {
        return Act.no(Refusal.NOT_ALLOWED);
      }
      int wait = talk.waiting().getOrDefault(teller.of(), 0) + (more ? 1 : -1);
      return wait > Talk.MOST
          ? Act.no(Refusal.TOO_MANY)
          : Act.next(talk.with(teller.of(), Math.max(0, wait)));
    }
  }

  /// The token goes to whoever is next, or to nobody. The turn that ends is named: two who press
  /// at once pass it once.
  record Pass(int turn) implements Talking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
      return Act.next(turn == talk.turn() ? talk.pass(scene) : talk);
    }
  }

  /// From now on the microphones follow the token, or all are on again.
  record Follow(boolean on) implements Talking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
      return Act.next(talk.with(on));
    }
  }

  /// The class's microphone has heard speech for so long since it last said so. Only the device
  /// that carries its class's sound now may say it: what is off hears nothing.
  record Heard(int seconds) implements Talking {
    @Override
    public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
      if (!teller.sounds() || seconds < 0) {
        return Act.no(seconds < 0 ? Refusal.MALFORMED : Refusal.NOT_ALLOWED);
      }
      return Act.next(talk.with(talk.air().heard(teller.of(), seconds, scene, now)));
    }
  }

  /// This half of each class sits in the inner circle and speaks from now on. It is named: two who
  /// press at once swap once.
  record Swap(int half) implements Talking {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
      boolean circle = talk.half() > 0 && (half == 1 || half == 2);
      return circle ? Act.next(talk.swap(half)) : Act.no(Refusal.MALFORMED);
    }
  }
}
