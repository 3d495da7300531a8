package dev.upheld.duty.safeguard;

/** What the data map says of a column. */
enum Said {
  NOTHING("is not in the data map"),
  TECHNICAL("is technical by the data map"),
  /** A clock, a link, a test or a key needs it. */
  USED("is used by the data map, which does not say what it holds"),
  IGNORED("lies in a table that the data map ignores"),
  /** It is bound to a data word. */
  BOUND("is bound to another word");

  private final String words;

  Said(String words) {
    this.words = words;
  }

  /** What follows the name of the column. */
  String words() {
    return words;
  }
}
