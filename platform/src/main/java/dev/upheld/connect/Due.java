package dev.upheld.connect;

import dev.upheld.datamap.BoundClock;
import java.time.Instant;
import java.util.List;

/**
 * When a row is past its time. Three-valued: past, not past, or unknown where a clock that must be
 * known is null.
 */
public sealed interface Due {

  /** Past when the clock is earlier than the limit. */
  record Before(BoundClock clock, Instant limit) implements Due {}

  /** Past when any of them is past: the earliest limit counts. */
  record Any(List<Due> of) implements Due {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Past when all of them are past: the latest limit counts. */
  record All(List<Due> of) implements Due {
    public All {
      of = List.copyOf(of);
    }
  }
}
