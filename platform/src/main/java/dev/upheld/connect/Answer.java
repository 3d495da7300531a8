package dev.upheld.connect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a system answered: figures only, never a person's data. */
public sealed interface Answer {

  /**
   * @param rows rows meant by the question
   * @param past rows past their time and not exempt
   * @param unknown rows that cannot be judged, a clock being null, and not exempt
   * @param future rows with a clock more than a day after now: the clock cannot be trusted
   * @param exempt rows past their time that an exemption keeps
   * @param oldest the earliest of all clocks asked, among rows past their time and not exempt;
   *     where there is none, among all that are not exempt; empty when none has a clock
   * @param about whether {@code rows} is the server's own estimate: an index told all the rest,
   *     exactly, without a look at each row
   */
  record DueCount(
      long rows,
      long past,
      long unknown,
      long future,
      long exempt,
      Optional<Instant> oldest,
      boolean about)
      implements Answer {

    /** With rows that were counted. */
    public DueCount(
        long rows, long past, long unknown, long future, long exempt, Optional<Instant> oldest) {
      this(rows, past, unknown, future, exempt, oldest, false);
    }
  }

  /**
   * @param rows rows meant that no exemption keeps
   * @param unknown of these, rows that cannot be judged, a clock being null
   * @param past of these, rows past their time by each step, in the order asked
   */
  record DueOver(long rows, long unknown, List<Long> past) implements Answer {
    public DueOver {
      past = List.copyOf(past);
    }
  }

  /**
   * @param expected hours or days that must have entries
   * @param missing of these, how many have none
   * @param gaps the first of them, neighbours as one
   * @param unknown files of which nobody can tell when their entries are from: they may fill gaps
   */
  record GapCount(long expected, long missing, List<Gap> gaps, long unknown) implements Answer {
    public GapCount {
      gaps = List.copyOf(gaps);
    }
  }

  /** From an instant to one that is no part of it. */
  record Gap(Instant from, Instant to) {}

  /**
   * @param rows rows looked at, null values included
   * @param candidates values the coarse pattern let through
   * @param hits values for which the exact test was true
   * @param hitsByColumn the same per column; only columns with hits
   */
  record ValueCount(long rows, long candidates, long hits, Map<String, Long> hitsByColumn)
      implements Answer {
    public ValueCount {
      hitsByColumn = Map.copyOf(hitsByColumn);
    }
  }

  /**
   * @param rows rows meant
   * @param byValue rows per value as text; at most 1,000 values
   * @param missing rows for which the path leads nowhere or the value is null
   * @param cut whether there were more values than fit: then the tally is not complete
   */
  record TallyCount(long rows, Map<String, Long> byValue, long missing, boolean cut)
      implements Answer {
    public TallyCount {
      byValue = Map.copyOf(byValue);
    }
  }

  /**
   * @param rows rows (or values) looked at
   * @param matching those that met the condition; equal to {@code rows} where none was asked
   */
  record RowCount(long rows, long matching) implements Answer {}

  /**
   * @param rows rows that came; of one column, values
   * @param tooLarge columns with values so large that not even their beginning was read, where that
   *     left fewer than were wanted
   */
  record RowsSampled(long rows, Set<String> tooLarge) implements Answer {
    public RowsSampled {
      tooLarge = Set.copyOf(tooLarge);
    }
  }

  /**
   * @param left distinct non-null values on the left
   * @param right distinct non-null values on the right
   * @param shared values found on both sides
   */
  record SharedCount(long left, long right, long shared) implements Answer {}

  /**
   * @param isFolder whether it is a folder: no connection leads there, and nothing else is said
   * @param encrypted whether the connection that asked is encrypted
   * @param protocol such as {@code TLSv1.3}; empty in clear
   * @param clearRefused whether a connection in clear was tried and refused, or is known to be;
   *     empty when it could not be found out
   * @param serverAddress the address the server gives itself or, where it gives none, was reached
   *     at; empty over a local socket
   */
  record TransportFacts(
      boolean isFolder,
      boolean encrypted,
      Optional<String> protocol,
      Optional<Boolean> clearRefused,
      Optional<String> serverAddress)
      implements Answer {

    /** Of a connection. */
    public TransportFacts(
        boolean encrypted,
        Optional<String> protocol,
        Optional<Boolean> clearRefused,
        Optional<String> serverAddress) {
      this(false, encrypted, protocol, clearRefused, serverAddress);
    }

    /** Of a folder whose files are sealed before they are written. */
    public static TransportFacts ofFolder() {
      return new TransportFacts(true, false, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Who may read a table.
   *
   * @param hidden why not all of them can be seen; empty where all can
   */
  record ReaderFacts(List<Reader> readers, List<String> hidden) implements Answer {
    public ReaderFacts {
      readers = List.copyOf(readers);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * An account that may sign in and read.
   *
   * @param account as the server names it
   * @param groups roles it is a member of, those of its roles included
   * @param administrator whether it reads everything there is
   * @param door the table, or the view or parent table that shows its rows
   */
  record Reader(String account, Set<String> groups, boolean administrator, String door) {
    public Reader {
      groups = Set.copyOf(groups);
    }
  }
}
