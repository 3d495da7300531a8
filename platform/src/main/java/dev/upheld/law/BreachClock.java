package dev.upheld.law;

/**
 * Whom to tell of a breach, and how fast.
 *
 * @param to who is told
 * @param reference its article
 * @param within how long there is
 * @param from what starts the clock: {@code awareness}
 * @param when in which case the duty holds
 */
public record BreachClock(
    Recipient to, LawReference reference, Sourced<Span> within, String from, Sourced<String> when) {

  /** Who is told. */
  public enum Recipient {
    /** The supervisory authority, by the controller. */
    AUTHORITY("authority"),
    /** The people concerned, by the controller. */
    PEOPLE("people"),
    /** The controller, by its processor. */
    CONTROLLER("controller");

    private final String id;

    Recipient(String id) {
      this.id = id;
    }

    /** As written in packs. */
    public String id() {
      return id;
    }
  }
}
