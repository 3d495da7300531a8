package dev.upheld.duty.retention;

/** What is known of what somebody saw who lets a rule act. */
public sealed interface Seen {

  /** The figures of a dry run. */
  record Counts(DueRows due) implements Seen {}

  /** Nobody knows: what takes a large part of a table is not let. */
  record Unsaid() implements Seen {}

  /** Who lets it says that a large part of a table may go. */
  record Much() implements Seen {}
}
