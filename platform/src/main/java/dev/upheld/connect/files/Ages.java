package dev.upheld.connect.files;

import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFiles.Dating;
import dev.upheld.datamap.logs.LogFiles.Says;
import dev.upheld.datamap.logs.StampForm;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** How old the files of one log are; each is read once as long as nobody writes it. */
final class Ages {
  /** What no file of a log names by mistake. */
  private static final int MOST_SLOTS_OF_A_NAME = 1000;

  /** What turns logs over is late at times: by an eighth of the time between, and no more. */
  private static final int LATE = 8;

  private static final String WRITTEN_LONGER =
      "it is older than one rotation, so when it was last written does not say how old its entries"
          + " are";

  private final OpenFolder folder;
  private final LogFiles log;
  private final ZoneId zone;
  private final Optional<Slots> slots;
  private final Runnable check;
  private final Map<String, Age> known = new HashMap<>();

  /**
   * @param zone of stamps that name none
   * @param check called while files are read; throws to end it
   */
  Ages(OpenFolder folder, LogFiles log, ZoneId zone, Runnable check) {
    this.folder = folder;
    this.log = log;
    this.zone = zone;
    this.slots = log.rhythm().map(rhythm -> new Slots(rhythm, zone));
    this.check = check;
  }

  /**
   * The age of a file of the log.
   *
   * @param all files of the log, this one among them
   */
  Age of(LogFile file, List<LogFile> all) {
    check.run();
    return switch (file.kind()) {
      case LINK -> new Age.Unknown("it is a link, and links are not followed");
      case OTHER -> new Age.Unknown("it is no file");
      case HIDDEN -> new Age.Unknown("it cannot be looked at");
      case FILE -> {
        boolean beside = isLive(file) && log.dating() instanceof Dating.ByName;
        yield beside ? live(file, all) : ofItself(file);
      }
    };
  }

  /** Whether it is the one that is written now. */
  boolean isLive(LogFile file) {
    return log.live().filter(file.name().toString()::equals).isPresent();
  }

  private Age ofItself(LogFile file) {
    return known.computeIfAbsent(file.name() + "|" + file.identity(), k -> read(file));
  }

  private Age read(LogFile file) {
    if (file.bytes() == 0) {
      return new Age.Empty();
    }
    try {
      return switch (log.dating()) {
        case Dating.ByChange _ -> byChange(file);
        case Dating.ByName byName -> holdsNothing(file) ? new Age.Empty() : named(file, byName);
        case Dating.ByContent content -> lines(file, content);
      };
    } catch (EOFException | ZipException e) {
      return new Age.Unknown("it cannot be unpacked to its end");
    } catch (Unpacked.TooLarge e) {
      return new Age.Unknown("it unpacks to far more than a log would");
    } catch (Replaced e) {
      return new Age.Unknown("another file took its name meanwhile");
    } catch (IOException e) {
      return new Age.Unknown(
          "it cannot be read or unpacked (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Age byChange(LogFile file) {
    Instant first = file.changed().minus(log.rotation().longest());
    Duration late = log.rotation().longest().dividedBy(LATE);
    if (file.born().isBefore(first.minus(late))) {
      return new Age.Unknown(WRITTEN_LONGER);
    }
    return new Age.Known(
        file.born().isBefore(first) ? file.born() : first,
        file.changed(),
        slots.map(s -> Set.of(s.of(file.changed()))).orElse(Set.of()));
  }

  /**
   * The file that is written now goes on where the youngest rotated one ends. A log that nobody
   * rotates any more is as old as that, whenever it was last written.
   */
  private Age live(LogFile file, List<LogFile> all) {
    if (file.bytes() == 0) {
      return new Age.Empty();
    }
    Optional<Instant> before =
        all.stream()
            .filter(f -> f.kind() == LogFile.Kind.FILE && !isLive(f))
            .map(this::ofItself)
            .filter(Age.Known.class::isInstance)
            .map(age -> ((Age.Known) age).last())
            .max(Instant::compareTo);
    Duration rotation = log.rotation().longest();
    if (before.isEmpty()) {
      return new Age.Unknown("no rotated file says when it was begun");
    }
    if (before.get().isBefore(file.changed().minus(rotation.multipliedBy(2)))) {
      return new Age.Unknown("the file before it ended more than two rotations ago");
    }
    return byChange(file) instanceof Age.Known age
        ? new Age.Known(
            before.get().isBefore(age.first()) ? before.get() : age.first(),
            age.last(),
            age.slots())
        : new Age.Unknown(WRITTEN_LONGER);
  }

  private boolean holdsNothing(LogFile file) throws IOException {
    if (Unpacked.isStrange(file.name().toString())) {
      return false;
    }
    try (InputStream text = open(file)) {
      return text.read() < 0;
    }
  }

  /** Another file came to the name that was looked at. */
  private static final class Replaced extends IOException {
    private static final long serialVersionUID = 1L;

    Replaced() {
      super("replaced");
    }
  }

  private InputStream open(LogFile file) throws IOException {
    SeekableByteChannel channel = folder.read(file.name());
    try {
      boolean same =
          folder.look(file.name()).filter(now -> now.key().equals(file.key())).isPresent();
      if (!same) {
        throw new Replaced();
      }
      return Unpacked.of(file.name().toString(), Channels.newInputStream(channel), file.bytes());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private Age lines(LogFile file, Dating.ByContent how) throws IOException {
    if (Unpacked.isStrange(file.name().toString())) {
      return new Age.Unknown("it is packed in a way that cannot be read here");
    }
    StampForm form = StampForm.of(how.pattern()).orElseThrow();
    try (InputStream text = open(file)) {
      return new LineAges(form, how.after(), zone, slots).read(text, check);
    }
  }

  private Age named(LogFile file, Dating.ByName how) {
    StampForm form = StampForm.of(how.pattern()).orElseThrow();
    Set<StampForm.Reading.At> dates = new HashSet<>();
    String name = file.name().toString();
    for (int at = 0; at < name.length(); at++) {
      boolean within = at > 0 && isDigit(name, at - 1) && isDigit(name, at);
      StampForm.Reading reading = within ? new StampForm.Reading.None() : form.read(name, at, zone);
      if (reading instanceof StampForm.Reading.Bad) {
        return new Age.Unknown("its name has a date that no calendar has");
      }
      if (reading instanceof StampForm.Reading.At date
          && !(isDigit(name, date.end() - 1) && isDigit(name, date.end()))) {
        dates.add(date);
      }
    }
    return dates.size() == 1
        ? named(dates.iterator().next(), how.says())
        : new Age.Unknown(
            dates.isEmpty()
                ? "its name has no date of that pattern"
                : "its name has several dates");
  }

  private static boolean isDigit(String name, int at) {
    return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
  }

  private Age named(StampForm.Reading.At date, Says says) {
    return switch (says) {
      case BEGIN -> {
        Instant end = date.first().plus(log.rotation().longest());
        Instant last = end.isAfter(date.last()) ? end : date.last();
        yield new Age.Known(
            date.first(), last, date.first(), Duration.ZERO, within(date.first(), date.last()));
      }
      case END -> {
        Instant first = date.first().minus(log.rotation().longest());
        Instant middle = date.first().minus(log.rotation().longest().dividedBy(2));
        Duration named = Duration.between(date.first(), date.last());
        yield new Age.Known(
            first, date.last(), date.first(), named, within(middle, middle.plus(date.again())));
      }
    };
  }

  private Set<Long> within(Instant from, Instant to) {
    Set<Long> all = new HashSet<>();
    slots.ifPresent(
        s -> {
          long last = Math.min(s.of(to), s.of(from) + MOST_SLOTS_OF_A_NAME);
          for (long slot = s.of(from); slot <= last; slot++) {
            all.add(slot);
          }
        });
    return all;
  }
}
