package dev.upheld.charter.check;

import java.util.Set;

/** Events a period can run from, without being declared. */
public final class Events {
  private Events() {}

  /** The events that need no explanation; see {@code docs/charter-language.md}. */
  public static Set<String> known() {
    return Set.of(
        "collected",
        "last-contact",
        "last-activity",
        "closed",
        "contract-end",
        "fiscal-year-end",
        "replied",
        "account-deleted",
        "decided",
        "unsubscribed",
        "objected",
        "verified",
        "erased",
        "delivered",
        "debited",
        "settled",
        "wish-end");
  }
}
