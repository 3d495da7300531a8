package dev.upheld.journal;

/**
 * One thing that is wrong with an exported journal.
 *
 * @param kind what it is
 * @param sequence the number of the entry where it shows; 0 before the first
 * @param line of the file, 1 for the first
 */
public record JournalFault(Kind kind, long sequence, long line) {

  /** What can be wrong. */
  public enum Kind {
    /** An entry does not have the hash it says. */
    CHANGED("the entry was changed: its hash is another one"),
    /** An entry does not name the hash of the one before. */
    UNCHAINED("the entry does not follow the one before it"),
    /** Numbers are missing before this entry. */
    DROPPED("entries are missing before this one"),
    /** The number of this entry was there before. */
    REPEATED("the entry stands out of its order, or was inserted"),
    /** A line is none that an export has, or not in this place. */
    MALFORMED("the line is none that Upheld wrote there"),
    /** A checkpoint names another hash for its entry. */
    CHECKPOINT("the entry is not the one that was sealed"),
    /** A checkpoint is not signed by the key it names. */
    SIGNATURE("the checkpoint is not signed by the key it names"),
    /** A checkpoint is signed by a key that the verifier was not given. */
    UNKNOWN_KEY("the checkpoint is signed by a key you did not give"),
    /** A checkpoint is signed by a key after the journal said that another one replaced it. */
    RETIRED_KEY("the checkpoint is signed by a key that was no longer in use"),
    /** A key is said to follow another that did not sign that. */
    HANDOVER("the key is not signed by the one it is said to follow"),
    /** The journal ends before an entry that was sealed. */
    TRUNCATED("the journal was cut off: this entry was sealed and is not there"),
    /** The end of the file is missing, or something stands behind it. */
    INCOMPLETE("the file does not end as an export ends"),
    /** The sum over the file is another one. */
    SUM("the file was changed: its checksum is another one");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** For people: where and what. */
  @Override
  public String toString() {
    return "entry " + sequence + " (line " + line + "): " + kind.words;
  }
}
