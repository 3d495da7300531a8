package dev.upheld.duty.retention;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the store says of all rules with a leave, asked at once for many.
 *
 * @param releases by rule, whatever the rule was when it was given
 * @param paused rules that somebody told to do nothing for now
 * @param began by rule, when the run began that was noted last and did its work
 * @param open rules with a run of which nobody noted the end
 * @param over rules with a run that {@linkplain Ran#isOver is over} and began since an instant
 */
record Noted(
    Map<String, Release> releases,
    Set<String> paused,
    Map<String, Instant> began,
    Set<String> open,
    Set<String> over) {
  Noted {
    releases = Map.copyOf(releases);
    paused = Set.copyOf(paused);
    began = Map.copyOf(began);
    open = Set.copyOf(open);
    over = Set.copyOf(over);
  }

  /** Whether a rule may run as it is. */
  boolean isReleased(Rule rule) {
    Release release = releases.get(rule.id());
    return release != null && release.digest().equals(rule.digest()) && rule.expiry().isPresent();
  }
}
