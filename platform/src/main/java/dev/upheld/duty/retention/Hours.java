package dev.upheld.duty.retention;

import dev.upheld.datamap.RunWindow;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When and how fast the system of a rule may be changed, by the clock where the company is.
 *
 * @param system its id
 */
record Hours(RunWindow window, ZoneId zone, String system) {

  /** Those of a rule's system; a system that is not declared has none. */
  static Hours of(Workspace workspace, Rule rule) {
    RunWindow window =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .map(SystemEntry::retention)
            .orElse(RunWindow.ANY);
    return new Hours(window, workspace.zone(), rule.system());
  }

  /** Whether it may be changed at that moment. */
  boolean isOpen(Instant at) {
    return window.isOpen(at, zone);
  }

  /** The first moment at which it may be, from this one on. */
  Instant opens(Instant at) {
    return window.hours().map(h -> h.opens(at, zone)).orElse(at);
  }

  /** For how long in a day. */
  Duration length() {
    return window.hours().map(RunWindow.Hours::length).orElse(Duration.ofDays(1));
  }

  /** Why it may not be changed now; empty where it may. */
  Optional<ProblemException> closed(Instant now) {
    return window
        .hours()
        .filter(h -> !h.isOpen(now, zone))
        .map(
            h ->
                RetentionProblem.CLOSED.because(
                    "System "
                        + system
                        + " is changed from "
                        + h.from()
                        + " to "
                        + h.to()
                        + " only, in "
                        + zone
                        + ": nothing was done.",
                    "It runs again from "
                        + h.opens(now, zone).truncatedTo(ChronoUnit.SECONDS)
                        + ", or now with upheld retain run --anyway."));
  }
}
