package dev.upheld.datamap;

/**
 * An event bound to a clock.
 *
 * @param event the charter's word: {@code collected}
 * @param missing what a null means
 */
public record BoundClock(String event, Clock clock, Missing missing) {

  /** What it means that a row has no value for the clock. */
  public enum Missing {
    /** The event has not happened: nothing is due ({@code closed}, {@code contract-end}). */
    NOT_YET,
    /**
     * It must have happened and nobody knows when: the row cannot be judged ({@code collected}).
     */
    UNKNOWN
  }
}
