package dev.upheld.demo;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a fictional company shall be like.
 *
 * @param profile which company
 * @param customers of all its databases together
 * @param now the instant the data is made for
 * @param faults what is wrong with it
 */
public record Plan(Profile profile, long customers, Instant now, Set<Fault> faults) {
  /** Fewer would leave tables almost empty. */
  public static final long FEWEST = 100;

  /** More would give row numbers that the arithmetic behind the rows does not carry. */
  public static final long MOST = 50_000_000;

  public Plan {
    faults = Set.copyOf(faults);
    if (customers < FEWEST || customers > MOST) {
      throw DemoProblem.OPTION.because(
          "There cannot be " + customers + " customers.",
          "Ask for " + FEWEST + " to " + MOST + ".");
    }
  }

  /** The same company at another time. */
  public Plan at(Instant other) {
    return new Plan(profile, customers, other, faults);
  }

  /** What all rows of one database have in common. */
  public Setting setting(Database database) {
    return new Setting(now, database.region(), database.share().applyAsLong(customers));
  }

  /** What is wrong with one database, in the order of their numbers. */
  public List<Fault> faults(Database database) {
    return faults.stream().filter(f -> f.database().equals(database)).sorted().toList();
  }

  static {
    // the largest table has four rows for a customer
    if (MOST * 4 > Row.HIGHEST) {
      throw new AssertionError("row numbers too high");
    }
  }
}
