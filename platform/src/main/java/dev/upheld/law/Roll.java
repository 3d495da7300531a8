package dev.upheld.law;

/** What happens to a deadline that ends on a day off. */
public enum Roll {
  /** It ends with the next working day (Regulation 1182/71 Art. 3(4)). */
  NEXT_WORKING_DAY("next-working-day"),
  /** It ends all the same. */
  NONE("none");

  private final String id;

  Roll(String id) {
    this.id = id;
  }

  /** As written in packs. */
  public String id() {
    return id;
  }
}
