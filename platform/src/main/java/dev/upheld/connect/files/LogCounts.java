package dev.upheld.connect.files;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.logs.LogFiles.Dating;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts over the files of one log, one after the other. */
final class LogCounts {
  /** So many gaps are named; the rest are only counted. */
  private static final int NAMED = 5;

  private final OpenLog log;
  private final List<LogFile> files;

  /** Of the files as they are now; where they are rotated while they are read, as they are then. */
  LogCounts(OpenLog log) {
    this.log = log;
    List<LogFile> listed = log.files();
    listed.forEach(log::age); // is remembered
    List<LogFile> after = log.files();
    this.files = keys(after).equals(keys(listed)) ? listed : after;
  }

  private static Map<Path, String> keys(List<LogFile> files) {
    return files.stream().collect(Collectors.toMap(LogFile::name, LogFile::key));
  }

  /** Whether there is any file at all. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  Answer.DueCount due(Question.CountDue question) {
    Over over = new Over(question, log.log().rotation());
    long past = 0;
    long unknown = 0;
    long future = 0;
    long aging = 0;
    Earliest late = new Earliest();
    Earliest all = new Earliest();
    for (LogFile file : files) {
      switch (log.age(file)) {
        case Age.Empty _ -> {}
        case Age.Unknown _ -> unknown++;
        case Age.Known age -> {
          future += over.isAhead(age) ? 1 : 0;
          aging += over.aging(age) ? 1 : 0;
          all.take(age.first());
          if (over.late(age)) {
            past++;
            late.take(age.first());
          }
        }
      }
    }
    Optional<Instant> oldest = late.get().or(all::get);
    return new Answer.DueCount(files.size(), past, unknown, future, aging, oldest);
  }

  /** The same files by the limits of other instants. */
  Answer.DueOver dueOver(Question.CountDueOver question) {
    List<Over> steps =
        question.steps().stream()
            .map(due -> new Over(with(question.at(), due), log.log().rotation()))
            .toList();
    long[] past = new long[steps.size()];
    long unknown = 0;
    for (LogFile file : files) {
      switch (log.age(file)) {
        case Age.Empty _ -> {}
        case Age.Unknown _ -> unknown++;
        case Age.Known age -> {
          for (int i = 0; i < past.length; i++) {
            past[i] += steps.get(i).late(age) ? 1 : 0;
          }
        }
      }
    }
    return new Answer.DueOver(files.size(), unknown, Arrays.stream(past).boxed().toList());
  }

  private static Question.CountDue with(Question.CountDue at, Due due) {
    return new Question.CountDue(at.table(), due, at.only(), at.exempt(), at.now(), at.zone());
  }

  /** The earliest of some instants. */
  private static final class Earliest {
    private @Nullable Instant first;

    void take(Instant instant) {
      Instant known = first;
      first = known == null || instant.isBefore(known) ? instant : known;
    }

    Optional<Instant> get() {
      return Optional.ofNullable(first);
    }
  }

  /** Hours or days that must have entries and have none. */
  Answer.GapCount gaps(Question.CountGaps question, Slots slots) {
    Set<Long> seen = new HashSet<>();
    long unknown = 0;
    for (LogFile file : files) {
      switch (log.age(file)) {
        case Age.Empty _ -> {}
        case Age.Unknown _ -> unknown++;
        case Age.Known age -> seen.addAll(age.slots());
      }
    }
    long from = Math.max(slots.first(), slots.from(question.from()));
    long to = slots.of(end(question.now(), slots));
    List<Answer.Gap> named = new ArrayList<>();
    long missing = 0;
    long begun = Long.MIN_VALUE;
    for (long slot = from; slot <= to; slot++) {
      boolean gone = slot < to && !seen.contains(slot);
      missing += gone ? 1 : 0;
      if (gone && begun == Long.MIN_VALUE) {
        begun = slot;
      } else if (!gone && begun != Long.MIN_VALUE) {
        if (named.size() < NAMED) {
          named.add(new Answer.Gap(slots.begin(begun), slots.begin(slot)));
        }
        begun = Long.MIN_VALUE;
      }
    }
    return new Answer.GapCount(Math.max(0, to - from), missing, named, unknown);
  }

  /** The hour or day that runs may have none yet; a file gets its name when it is rotated. */
  private Instant end(Instant now, Slots slots) {
    boolean named = log.log().dating() instanceof Dating.ByName;
    return named ? slots.begin(slots.of(now) - 1) : now;
  }
}
