package dev.upheld.charter.promise;

import java.util.Locale;

/** What happens to data at the end of its time. */
public enum EndAction {
  /** The row goes. */
  DELETE,
  /** The field becomes empty. */
  CLEAR,
  /** Nobody can be recognised any more, irreversibly. */
  ANONYMISE,
  /** Recognisable only with a key kept apart. */
  PSEUDONYMISE,
  /** Only sums remain. */
  AGGREGATE,
  /** Given to a placeholder. */
  REASSIGN,
  /** The personal part of a text is blacked out. */
  REDACT,
  /** Moves to the next stage. */
  ARCHIVE,
  /** Stays, for a stated reason. */
  KEEP;

  /** As written in files: {@code delete}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
