package dev.upheld.duty.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * By when a request must be answered.
 *
 * @param by the day to work towards: the earliest that may hold
 * @param suspended the same with the days counted out on which the clock stood still; never before
 *     {@code by}
 * @param extensionBy the last day to announce an extension with its reason; empty where no law
 *     gives one
 * @param extended the day to work towards once an extension is announced; empty where none can be
 * @param rests the articles or the promise it comes from, as people read them
 */
public record Due(
    LocalDate by,
    LocalDate suspended,
    Optional<LocalDate> extensionBy,
    Optional<LocalDate> extended,
    List<String> rests) {
  public Due {
    rests = List.copyOf(rests);
  }
}
