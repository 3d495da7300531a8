package dev.upheld.engine;

import dev.upheld.connect.http.StripeServer.At;
import dev.upheld.connect.http.StripeServer.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Where and how a process is killed, all of it from one number.
 *
 * @param moment between two calls; 0 where that is not what it is killed by
 * @param air in the midst of a call to the partner
 * @param millis after the plan, whatever goes on then; where the two others are not given
 * @param before how the partner misbehaves before, at the first call that erases
 * @param after how it misbehaves at the first such call of the next try
 * @param down whether the next try finds no partner at all, and another one is needed
 */
record KillPoint(
    long seed,
    Kind kind,
    int moment,
    Optional<At> air,
    int millis,
    Optional<Fault> before,
    Optional<Fault> after,
    boolean down) {

  /** What goes on when it is killed. */
  enum Kind {
    PLAN,
    ACT,
    VERIFY,
    COMMIT,
    PARTNER,
    CALL_LOST,
    CALL_ARRIVED,
    CALL_DONE,
    CALL_HALF_ANSWERED,
    WHATEVER
  }

  private static final int ACT_MILLIS = 400;

  private static final List<Fault> FAULTS =
      List.of(
          Fault.BUSY,
          Fault.FAILS,
          Fault.CUT_BEFORE,
          Fault.CUT_AFTER,
          Fault.SILENT_BEFORE,
          Fault.SILENT_AFTER,
          Fault.TWICE);

  /**
   * The point that belongs to a number; numbers in a row go through all kinds.
   *
   * @param moments of a run that nobody killed
   */
  static KillPoint of(long seed, List<String> moments) {
    Random random = new Random(seed);
    Kind kind = Kind.values()[Math.floorMod(seed, Kind.values().length)];
    Optional<At> air =
        switch (kind) {
          case CALL_LOST -> Optional.of(At.LOST);
          case CALL_ARRIVED -> Optional.of(At.ARRIVED);
          case CALL_DONE -> Optional.of(At.DONE);
          case CALL_HALF_ANSWERED -> Optional.of(At.HALF);
          case PLAN, ACT, VERIFY, COMMIT, PARTNER, WHATEVER -> Optional.empty();
        };
    return new KillPoint(
        seed,
        kind,
        moment(kind, moments, random),
        air,
        random.nextInt(ACT_MILLIS),
        fault(random),
        fault(random),
        random.nextInt(3) == 0);
  }

  /** Which call that erases it does not survive; one that failed is followed by another one. */
  int nth() {
    return before.filter(f -> f != Fault.TWICE).isPresent() ? 2 : 1;
  }

  private static Optional<Fault> fault(Random random) {
    int which = random.nextInt(FAULTS.size() + 2);
    return which < FAULTS.size() ? Optional.of(FAULTS.get(which)) : Optional.empty();
  }

  private static int moment(Kind kind, List<String> moments, Random random) {
    int begins = moments.indexOf("> inOne") + 1;
    int acted = moments.lastIndexOf("< act") + 1;
    int remembers = moments.lastIndexOf("> remember") + 1;
    int committed = moments.lastIndexOf("< inOne") + 1;
    return switch (kind) {
      case PLAN -> among(1, begins, random);
      case ACT -> among(begins, acted, random);
      case VERIFY -> among(acted, remembers, random);
      case COMMIT -> among(remembers, committed + 1, random);
      case PARTNER -> among(committed + 1, moments.size() + 1, random);
      case CALL_LOST, CALL_ARRIVED, CALL_DONE, CALL_HALF_ANSWERED, WHATEVER -> 0;
    };
  }

  private static int among(int from, int to, Random random) {
    return random.nextInt(from, to);
  }
}
