package dev.upheld.connect.sql;

import java.util.List;

/** Names in a sentence; the first few where there are many. */
public final class Listing {
  private static final int MOST = 5;

  private Listing() {}

  /** {@code a, b and 12 more}. */
  public static String of(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
  }
}
