package dev.upheld.duty.retention;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answer.GapCount;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.engine.KeepAt;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The other side of a promise to keep: nothing younger is missing. A log that must have entries
 * each hour or day shows what went too early, whoever took it.
 */
final class Gaps {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Gaps() {}

  /** Whether the place is a log in a folder. */
  static boolean concern(BoundPlace bound, Scene scene) {
    return isLog(bound.system(), scene);
  }

  /** Whether a reply is about a log in a folder. */
  static boolean isLog(Reply reply, Scene scene) {
    return isLog(reply.inquiry().system(), scene);
  }

  private static boolean isLog(String system, Scene scene) {
    return scene.system(system).flatMap(SystemEntry::folder).isPresent();
  }

  /** Asks for gaps since the limit of the promise, or says why nobody can. */
  static void ask(BoundPlace bound, KeepAt kept, Scene scene, PlanBuilder plan) {
    Optional<LogFiles.Rhythm> rhythm =
        scene
            .system(bound.system())
            .flatMap(SystemEntry::folder)
            .flatMap(f -> Optional.ofNullable(f.logs().get(bound.place().table().name())))
            .flatMap(LogFiles::rhythm);
    Optional<Instant> limit =
        kept.asks().stream()
            .findFirst()
            .map(ask -> ask.question().due())
            .filter(Due.Before.class::isInstance)
            .map(due -> ((Due.Before) due).limit());
    if (rhythm.isEmpty() || limit.isEmpty()) {
      plan.gap(
          bound.where(),
          rhythm.isEmpty()
              ? "Nobody said how often this log has entries, so what went too early does not show."
                  + " Say every and since in systems.yaml."
              : "The least time of several limits cannot be told of a log.");
      return;
    }
    plan.ask(
        bound.system(),
        bound.where(),
        new Question.CountGaps(bound.place().table(), limit.get(), scene.now()));
  }

  /** What missing hours or days mean. */
  static void judge(Reply reply, GapCount count, Scene scene, Sheet sheet) {
    String where = reply.inquiry().where();
    sheet.figure("hours or days that must have entries", count.expected(), where);
    sheet.figure("of these without entries", count.missing(), where);
    if (count.expected() == 0) {
      sheet.unseen(
          where,
          "No hour or day must have entries yet, so what went too early does not show. Look at"
              + " since in systems.yaml.");
      return;
    }
    if (count.missing() == 0) {
      return;
    }
    ZoneId zone = scene.zone(reply.inquiry().system());
    String gaps =
        count.gaps().stream().map(gap -> gap(gap, zone)).collect(Collectors.joining(", "));
    String said =
        Wording.count(count.missing(), "hour or day", "hours or days")
            + " of "
            + Wording.count(count.expected())
            + " that must have entries have none in "
            + where
            + ": "
            + gaps;
    if (count.unknown() > 0) {
      sheet.unseen(where, said + ". They may be in files that cannot be dated.");
    } else {
      sheet.violated(said + ".");
      sheet.advise(
          where
              + ": find out who removed these entries before their time, or when none were written.");
    }
  }

  private static String gap(Answer.Gap gap, ZoneId zone) {
    ZonedDateTime from = gap.from().atZone(zone);
    ZonedDateTime to = gap.to().atZone(zone);
    boolean days =
        from.toLocalTime().equals(LocalTime.MIDNIGHT)
            && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (!days) {
      return HOUR.format(from) + " to " + HOUR.format(to);
    }
    String last = to.toLocalDate().minusDays(1).toString();
    String first = from.toLocalDate().toString();
    return first.equals(last) ? first : first + " to " + last;
  }
}
