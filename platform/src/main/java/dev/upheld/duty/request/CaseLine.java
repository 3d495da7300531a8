package dev.upheld.duty.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A request as it stands in the inbox: nothing in it tells who asks.
 *
 * @param rights what is asked for, by word
 * @param due the day to work towards
 * @param suspended the same with the days counted out on which the clock stood still
 * @param unread whether the person wrote since somebody of the company last acted
 * @param ended when it was answered, forwarded or taken back
 */
public record CaseLine(
    CaseRef ref,
    Channel channel,
    State state,
    List<String> rights,
    LocalDate received,
    LocalDate due,
    LocalDate suspended,
    boolean extended,
    boolean unread,
    Optional<LocalDate> ended) {
  public CaseLine {
    rights = List.copyOf(rights);
  }

  /** Whether it was answered after the day to work towards, or is open and that day is over. */
  public boolean late(LocalDate today) {
    return ended.orElse(today).isAfter(due);
  }
}
