package dev.upheld.duty.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an erasure did, as the person who asked for it is told: by what the data served, with the
 * law that keeps the rest and its day. Holds no name of a table or a system, and nothing of other
 * people. Sealed with the rest of the request's file.
 *
 * @param on the day it was done
 * @param deleted rows that are gone
 * @param cleared rows that stay without what told of the person
 * @param gone both of them, by what they served
 * @param stays what is kept
 * @param itself whether what is kept goes on its day without anybody's doing
 * @param hand whether people erase in systems that no program reaches
 */
public record Erasure(
    LocalDate on,
    long deleted,
    long cleared,
    List<Gone> gone,
    List<Stays> stays,
    boolean itself,
    boolean hand) {
  public Erasure {
    gone = List.copyOf(gone);
    stays = List.copyOf(stays);
  }

  /**
   * An activity of the charter.
   *
   * @param title as it was called then
   */
  public record Served(String activity, String title) {}

  /**
   * Rows that were deleted, or stay without what told of the person.
   *
   * @param served what they served; empty where the charter does not say
   */
  public record Gone(List<Served> served, long rows) {
    public Gone {
      served = List.copyOf(served);
    }
  }

  /** Why something is kept. */
  public enum Why {
    /** A law wants it. */
    LAW,
    /** The charter promises to keep it. */
    DUTY,
    /** A service of another company holds it. */
    SERVICE,
    /** No duty is known. */
    RULE
  }

  /**
   * A law, as it was cited then.
   *
   * @param article {@code Art. L123-22}
   */
  public record Law(String article, String title) {}

  /**
   * Rows that are kept.
   *
   * @param served what they serve; empty where the charter does not say
   * @param words of the data that is kept
   * @param law present where {@code why} is {@link Why#LAW}
   * @param until the day the last of them goes; empty where none is known
   * @param waiting of them, those whose time has not begun to run
   */
  public record Stays(
      List<Served> served,
      List<String> words,
      long rows,
      Why why,
      Optional<Law> law,
      Optional<LocalDate> until,
      long waiting) {
    public Stays {
      served = List.copyOf(served);
      words = List.copyOf(words);
    }
  }
}
