package dev.upheld.connect.files;

import dev.upheld.datamap.logs.StampForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of every line of a file, whatever is in it: a line may be endless, binary or
 * without a stamp. A line without one belongs to the entry before it.
 */
final class LineAges {
  /** A stamp stands within the first so many bytes of a line, or it is none. */
  private static final int HEAD = 1024;

  private static final int BUFFER = 1 << 16;

  /** More hours than ten years have. */
  private static final int MOST_SLOTS = 100_000;

  /** So much before the first stamp belongs to an entry of another file; more is no log. */
  private static final long MOST_BEFORE = 1L << 16;

  /** One entry has so many lines without a stamp; more are stamped in another way. */
  private static final long MOST_BETWEEN = 1L << 20;

  /** Where the text before a stamp occurs earlier in the line. */
  private static final int TRIES = 8;

  private final StampForm form;
  private final String after;
  private final ZoneId zone;
  private final Optional<Slots> slots;
  private final byte[] head = new byte[HEAD];
  private final Set<Long> seen = new HashSet<>();
  private int length;
  private boolean bad;
  private boolean mute;
  private boolean begun;
  private long passed;
  private long without;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private Instant slotFrom = Instant.MAX;
  private Instant slotTo = Instant.MIN;

  LineAges(StampForm form, String after, ZoneId zone, Optional<Slots> slots) {
    this.form = form;
    this.after = after;
    this.zone = zone;
    this.slots = slots;
  }

  /**
   * Reads to the end.
   *
   * @param check called for every piece; throws to end it
   */
  Age read(InputStream text, Runnable check) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
      check.run();
      take(buffer, count);
    }
    if (passed > 0) {
      line();
    }
    return age();
  }

  private void take(byte[] buffer, int count) {
    for (int i = 0; i < count; i++) {
      byte one = buffer[i];
      passed++;
      if (one == '\n') {
        line();
      } else if (length < HEAD) {
        head[length] = one;
        length++;
      }
    }
  }

  private void line() {
    begun = true;
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    without += passed;
    passed = 0;
    length = 0;
    if (!bad) {
      stamp(text);
      mute |= without > (first == null ? MOST_BEFORE : MOST_BETWEEN);
    }
  }

  private void stamp(String text) {
    int at = after.isEmpty() ? 0 : text.indexOf(after);
    for (int tried = 0; at >= 0 && tried < TRIES; tried++) {
      StampForm.Reading reading = form.read(text, at + after.length(), zone);
      switch (reading) {
        case StampForm.Reading.At stamp -> {
          dated(stamp);
          return;
        }
        case StampForm.Reading.Bad _ -> {
          bad = true;
          return;
        }
        case StampForm.Reading.None _ -> at = after.isEmpty() ? -1 : text.indexOf(after, at + 1);
      }
    }
  }

  private void dated(StampForm.Reading.At stamp) {
    without = 0;
    Instant from = first;
    if (from == null || stamp.first().isBefore(from)) {
      first = stamp.first();
    }
    Instant to = last;
    if (to == null || stamp.last().isAfter(to)) {
      last = stamp.last();
    }
    slot(stamp.first());
    if (!stamp.again().isZero()) {
      slot(stamp.first().plus(stamp.again())); // nobody knows in which of both it was written
    }
  }

  private void slot(Instant instant) {
    boolean known = !instant.isBefore(slotFrom) && instant.isBefore(slotTo);
    if (slots.isPresent() && !known) {
      long slot = slots.get().of(instant);
      slotFrom = slots.get().begin(slot);
      slotTo = slots.get().begin(slot + 1);
      seen.add(slot);
      bad |= seen.size() > MOST_SLOTS;
    }
  }

  private Age age() {
    if (!begun) {
      return new Age.Empty();
    }
    if (bad) {
      return new Age.Unknown(
          "a line has a date that no calendar has, or a time zone that is not known");
    }
    Instant from = first;
    Instant to = last;
    if (from == null || to == null) {
      return new Age.Unknown("no line has a time stamp of that pattern");
    }
    return mute
        ? new Age.Unknown("so much of it has no time stamp that it may be stamped in two ways")
        : new Age.Known(from, to, seen);
  }
}
