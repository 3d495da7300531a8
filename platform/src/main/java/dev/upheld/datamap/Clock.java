package dev.upheld.datamap;

import java.util.List;

/** Where the instant of an event is read for a row. */
public sealed interface Clock {

  /** How a stored value is to be read as an instant. */
  enum Reading {
    /** The column has a date or timestamp type, or ISO 8601 text; its type decides. */
    NATIVE("native"),
    /** Whole seconds since 1970-01-01T00:00Z. */
    EPOCH_SECONDS("epoch-seconds"),
    /** Milliseconds since 1970-01-01T00:00Z. */
    EPOCH_MILLIS("epoch-millis");

    private final String id;

    Reading(String id) {
      this.id = id;
    }

    /** As a data map writes it. */
    public String id() {
      return id;
    }
  }

  /** A column of the row itself. */
  record Column(String column, Reading reading) implements Clock {}

  /** Which of many rows counts. */
  enum Pick {
    MAX,
    MIN
  }

  /**
   * A column of rows that point at this one: the last message of a ticket.
   *
   * @param pick the latest or the earliest
   * @param table the other table
   * @param column the clock column there
   * @param via the columns there that point here
   * @param key the columns here that they point at, in the same order
   */
  record Linked(
      Pick pick,
      TableName table,
      String column,
      Reading reading,
      List<String> via,
      List<String> key)
      implements Clock {
    public Linked {
      via = List.copyOf(via);
      key = List.copyOf(key);
    }
  }

  /**
   * A column of the row this one points at: the closing date of the contract of an invoice.
   *
   * @param via the columns here that point there
   * @param key the columns there
   */
  record Parent(TableName table, String column, Reading reading, List<String> via, List<String> key)
      implements Clock {
    public Parent {
      via = List.copyOf(via);
      key = List.copyOf(key);
    }
  }

  /** The latest of several; clocks that are null are passed over, all null is null. */
  record Latest(List<Clock> of) implements Clock {
    public Latest {
      of = List.copyOf(of);
    }
  }

  /** The earliest of several; clocks that are null are passed over, all null is null. */
  record Earliest(List<Clock> of) implements Clock {
    public Earliest {
      of = List.copyOf(of);
    }
  }

  /** The first that is not null. */
  record FirstKnown(List<Clock> of) implements Clock {
    public FirstKnown {
      of = List.copyOf(of);
    }
  }
}
