package dev.upheld.demo.sql;

import java.util.Locale;

/** Where the people of a database come from. */
public enum Region {
  /** Customers from Europe and its neighbours. */
  EU,
  /** Customers residing in the United States, and nobody else. */
  US;

  private static final int US_PERCENT = 15;

  /** As written in folder and database names: {@code eu}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of all customers live here. */
  public long customersOf(long all) {
    long us = Math.max(1, all * US_PERCENT / 100);
    return switch (this) {
      case EU -> all - us;
      case US -> us;
    };
  }
}
