package dev.upheld.duty.safeguard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds values that two stores share, without keeping or moving a value, in memory that does not
 * grow with the stores. Three passes over hashes of distinct values: the hashes of one side set
 * bits in a filter (Bloom); the few of the other side that all their bits let through are kept;
 * these are looked for on the first side again, since a filter may let a stranger through.
 *
 * <p>Each pass is over in all systems before the next begins. Within a pass, systems may call from
 * different threads.
 */
final class Prints {
  /** What stands where nothing is: joins nobody. */
  private static final Set<String> NOTHING =
      Stream.of("", " ", "-", "0", "null", "NULL", "none", "None", "unknown", "n/a", "N/A")
          .map(Prints::md5)
          .collect(Collectors.toUnmodifiableSet());

  private static final int PROBES = 16;
  private static final int MOST_KEPT = 500_000;

  private final long[] bits;
  private final Map<String, Set<Print>> kept = new HashMap<>();
  private final Map<String, Map<String, Long>> shared = new HashMap<>();
  private int room = MOST_KEPT;
  private boolean full;

  /** What a value hashes to. */
  private record Print(long high, long low) {
    static Print of(String hex) {
      return new Print(
          Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
  }

  /**
   * @param expected distinct values on the first side, roughly; decides the size of the filter,
   *     between 1 and 64 MB
   */
  Prints(long expected) {
    long wanted = Math.clamp(expected * 32 / 64, 1L << 17, 1L << 23);
    bits = new long[Integer.highestOneBit((int) wanted)];
  }

  /** Which pass a question belongs to. */
  enum Pass {
    /** The values of the first side. */
    FILL(0),
    /** The values of the other side. */
    COMPARE(1),
    /** The values of the first side once more. */
    CONFIRM(2);

    private final int round;

    Pass(int round) {
      this.round = round;
    }

    /** When it runs, from 0. */
    int round() {
      return round;
    }
  }

  /**
   * Takes the hashes of one column in one pass.
   *
   * @param column as people read it: {@code eu-main/account.email}
   */
  record Sink(Prints prints, Pass pass, String column) implements Predicate<String> {
    @Override
    public boolean test(String hex) {
      return NOTHING.contains(hex) || prints.take(pass, column, Print.of(hex));
    }
  }

  private boolean take(Pass pass, String column, Print print) {
    return switch (pass) {
      case FILL -> set(print);
      case COMPARE -> keep(column, print);
      case CONFIRM -> count(column, print);
    };
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  private synchronized boolean set(Print print) {
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(print, i);
      bits[bit >>> 6] |= 1L << bit;
    }
    return true;
  }

  private synchronized boolean keep(String column, Print print) {
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(print, i);
      if ((bits[bit >>> 6] & (1L << bit)) == 0) {
        return true;
      }
    }
    if (room == 0) {
      full = true;
      return false;
    }
    room--;
    kept.computeIfAbsent(column, c -> new HashSet<>()).add(print);
    return true;
  }

  private synchronized boolean count(String column, Print print) {
    kept.forEach(
        (other, prints) -> {
          if (prints.contains(print)) {
            shared.computeIfAbsent(other, c -> new HashMap<>()).merge(column, 1L, Long::sum);
          }
        });
    return true;
  }

  /** Two halves of a good hash make as many as are wanted (Kirsch and Mitzenmacher). */
  private int bit(Print print, int i) {
    long mixed = print.high() + i * (print.low() | 1);
    return (int) ((mixed ^ (mixed >>> 32)) & (((long) bits.length << 6) - 1));
  }

  /** Whether a third pass can find anything. */
  synchronized boolean suspects() {
    return !kept.isEmpty();
  }

  /** Whether there were more suspects than fit: then nothing found means nothing. */
  synchronized boolean overflowed() {
    return full;
  }

  /** By column of the other side, then by column of the first: distinct values on both. */
  synchronized Map<String, Map<String, Long>> shared() {
    return shared;
  }
}
