package dev.upheld.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes of an entry that its hash covers: form 1 of {@code docs/journal-format.md}. Once
 * entries are written, it never changes; another form gets another number.
 *
 * @param sequence the place
 * @param at to the microsecond
 * @param kind dotted lower case
 * @param actor a reference, or nobody
 * @param facts canonical JSON
 * @param previous hash of the entry before; zeros before the first
 */
record EntryForm(
    long sequence, Instant at, String kind, Optional<UUID> actor, String facts, Hash previous) {
  static final int NUMBER = 1;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** The time as it stands in entries and checkpoints. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** Canonical JSON: the names stand in their order. */
  String text() {
    StringBuilder text = new StringBuilder(facts.length() + 260).append("{\"actor\":");
    actor.ifPresentOrElse(a -> text.append('"').append(a).append('"'), () -> text.append("null"));
    return text.append(",\"at\":\"")
        .append(time(at))
        .append("\",\"facts\":")
        .append(facts)
        .append(",\"form\":1,\"kind\":\"")
        .append(kind)
        .append("\",\"previous\":\"")
        .append(previous)
        .append("\",\"sequence\":")
        .append(sequence)
        .append('}')
        .toString();
  }

  Hash hash() {
    return Hash.ofText(text());
  }
}
