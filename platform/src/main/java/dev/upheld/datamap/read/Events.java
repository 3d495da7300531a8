package dev.upheld.datamap.read;

import dev.upheld.datamap.BoundClock.Missing;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a null means for each well-known event, unless the data map says so itself with {@code
 * missing}. Events that may never happen default to "not yet"; events every row has, and all that
 * are not listed, default to "unknown", which keeps a null from passing for a kept promise.
 */
public final class Events {
  private static final Set<String> NOT_YET =
      Set.of(
          "closed",
          "resolved",
          "contract-end",
          "decided",
          "replied",
          "reply-sent",
          "unsubscribed",
          "consent-withdrawn",
          "objected",
          "account-deleted",
          "deleted",
          "verified",
          "erased",
          "delivered",
          "debited",
          "settled",
          "paid",
          "death");
  private static final Set<String> UNKNOWN =
      Set.of(
          "collected",
          "created",
          "received",
          "sent",
          "visited",
          "registered",
          "contract-start",
          "consent-given",
          "last-contact",
          "last-activity",
          "last-login",
          "last-change",
          "invoiced",
          "wish-end",
          "fiscal-year-end");

  private Events() {}

  /** Events whose null means that they have not happened. */
  static Set<String> notYet() {
    return NOT_YET;
  }

  /** Well-known events whose null means that nobody knows when. */
  static Set<String> unknown() {
    return UNKNOWN;
  }

  /** The well-known events, sorted. */
  public static Set<String> known() {
    Set<String> known = new TreeSet<>(NOT_YET);
    known.addAll(UNKNOWN);
    return known;
  }

  /** Whether the event is one of the well-known ones. */
  public static boolean isKnown(String event) {
    return NOT_YET.contains(event) || UNKNOWN.contains(event);
  }

  /** What a null means for the event. */
  public static Missing missing(String event) {
    return NOT_YET.contains(event) ? Missing.NOT_YET : Missing.UNKNOWN;
  }
}
