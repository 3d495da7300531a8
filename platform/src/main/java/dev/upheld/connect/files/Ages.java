package dev.upheld.connect.files;

import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFiles.Dating;
import dev.upheld.datamap.logs.LogFiles.Says;
import dev.upheld.datamap.logs.StampForm;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** How old the files of one log are; each is read once as long as nobody writes it. */
final class Ages {
  /** What no file of a log names by mistake. */
  private static final int MOST_SLOTS_OF_A_NAME = 1000;

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

  /** The age of a file of the log. */
  Age of(LogFile file) {
    check.run();
    return switch (file.kind()) {
      case LINK -> new Age.Unknown("it is a link, and links are not followed");
      case OTHER -> new Age.Unknown("it is no file");
      case FILE -> known.computeIfAbsent(file.name() + "|" + file.identity(), k -> read(file));
    };
  }

  /** Whether it is the one that is written now. */
  boolean isLive(LogFile file) {
    return log.live().filter(file.name().toString()::equals).isPresent();
  }

  private Age read(LogFile file) {
    if (file.bytes() == 0) {
      return new Age.Empty();
    }
    try {
      return switch (log.dating()) {
        case Dating.ByChange _ -> byChange(file);
        case Dating.ByName byName ->
            isLive(file)
                ? byChange(file)
                : holdsNothing(file) ? new Age.Empty() : named(file, byName);
        case Dating.ByContent content -> lines(file, content);
      };
    } catch (EOFException | ZipException e) {
      return new Age.Unknown("it cannot be unpacked to its end");
    } catch (Unpacked.TooLarge e) {
      return new Age.Unknown("it unpacks to far more than a log would");
    } catch (IOException e) {
      return new Age.Unknown("it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Age.Known byChange(LogFile file) {
    Instant first = file.changed().minus(log.rotation().longest());
    return new Age.Known(
        first, file.changed(), slots.map(s -> Set.of(s.of(file.changed()))).orElse(Set.of()));
  }

  private boolean holdsNothing(LogFile file) throws IOException {
    String name = file.name().toString();
    if (Unpacked.isStrange(name)) {
      return false;
    }
    try (InputStream text = open(file, name)) {
      return text.read() < 0;
    }
  }

  private InputStream open(LogFile file, String name) throws IOException {
    return Unpacked.of(name, Channels.newInputStream(folder.read(file.name())), file.bytes());
  }

  private Age lines(LogFile file, Dating.ByContent how) throws IOException {
    String name = file.name().toString();
    if (Unpacked.isStrange(name)) {
      return new Age.Unknown("it is packed in a way that cannot be read here");
    }
    StampForm form = StampForm.of(how.pattern()).orElseThrow();
    try (InputStream text = open(file, name)) {
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
        yield new Age.Known(date.first(), last, within(date.first(), date.last()));
      }
      case END -> {
        Instant first = date.first().minus(log.rotation().longest());
        Instant middle = date.first().minus(log.rotation().longest().dividedBy(2));
        Duration named = Duration.between(date.first(), date.last());
        yield new Age.Known(first, date.last(), named, within(middle, middle));
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
