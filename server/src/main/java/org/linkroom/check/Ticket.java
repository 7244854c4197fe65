package org.linkroom.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// A check that was made, for those whom it concerns.
///
/// @param number six clear letters and digits, to be read out on the phone
/// @param browser the hash of the browser that made it
/// @param by the name of who was signed in there
/// @param classLabel whose classroom it was made in, if that is known
/// @param done whether the facilitator, or who runs the programme, has seen to it
public record Ticket(
    Id id,
    String number,
    Instant at,
    Verdict verdict,
    List<Finding> findings,
    Optional<Measured> measured,
    @Nullable String browser,
    @Nullable Id person,
    @Nullable String by,
    @Nullable Id session,
    @Nullable String classLabel,
    @Nullable Id programme,
    boolean done) {

  /// What does not do, or with care only: the worst first.
  public List<Finding> troubles() {
    return findings.stream()
        .filter(finding -> finding.verdict() != Verdict.GOOD)
        .sorted((one, other) -> other.verdict().compareTo(one.verdict()))
        .toList();
  }

  /// What does.
  public List<Finding> well() {
    return findings.stream().filter(finding -> finding.verdict() == Verdict.GOOD).toList();
  }
}
