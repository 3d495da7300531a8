package dev.upheld.connect.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How old the entries of one file are. */
sealed interface Age {

  /** There are none. */
  record Empty() implements Age {}

  /**
   * Nobody can tell.
   *
   * @param why one sentence, without the name of the file
   */
  record Unknown(String why) implements Age {}

  /**
   * Known.
   *
   * @param first no entry is older
   * @param last no entry is younger
   * @param reached the youngest entry is from then or later: where that lies ahead, no clock is
   *     right
   * @param blur by how much the first entry may be younger than {@code first}
   * @param slots the hours or days with entries, see {@link Slots}; empty where nobody asks
   */
  record Known(Instant first, Instant last, Instant reached, Duration blur, Set<Long> slots)
      implements Age {
    public Known {
      slots = Set.copyOf(slots);
    }

    /** One whose first and last entries are known for certain. */
    Known(Instant first, Instant last, Set<Long> slots) {
      this(first, last, last, Duration.ZERO, slots);
    }
  }
}
