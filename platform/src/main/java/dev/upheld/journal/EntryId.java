package dev.upheld.journal;

/**
 * The place of an entry in the journal.
 *
 * @param sequence 1 for the first; without gaps, in the order of commits
 */
public record EntryId(long sequence) {}
