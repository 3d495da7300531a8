package dev.upheld.duty.residency;

import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.datamap.SystemEntry;
import java.util.Optional;

/** What the label of a system in systems.yaml means for a promise; an open label means nothing. */
final class Labels {
  private Labels() {}

  /** Whether the company that promises runs it itself: only where its label says so. */
  static boolean own(Locate locate, SystemEntry entry) {
    return entry.operator().filter(locate.header().id().company()::equals).isPresent();
  }

  /** Whether own servers are promised, and the label names somebody else as the operator. */
  static boolean foreign(Locate locate, Optional<SystemEntry> entry) {
    return locate.own()
        && entry.filter(e -> e.operator().isPresent() && !own(locate, e)).isPresent();
  }

  /**
   * Whether rows there decide: the label names a country on the wrong side of the promise. Those
   * are the countries outside, or the promised ones themselves where they are for some people
   * alone.
   */
  static boolean abroad(Locate locate, Optional<SystemEntry> entry) {
    return !locate.countries().isEmpty()
        && entry
            .flatMap(SystemEntry::country)
            .filter(c -> locate.countries().contains(c) == locate.dedicated())
            .isPresent();
  }
}
