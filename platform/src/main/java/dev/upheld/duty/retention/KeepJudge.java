package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.connect.Answer.GapCount;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Place;
import dev.upheld.engine.KeepAt.Reasons;
import dev.upheld.engine.KeptRows;
import dev.upheld.engine.LimitWords;
import dev.upheld.engine.PastLimit;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What counts of rows mean for a promise to keep. */
final class KeepJudge {
  private final Keep keep;
  private final Scene scene;
  private final Sheet sheet;
  private Optional<Instant> oldest = Optional.empty();
  private long exempt;
  private boolean about;
  private final Set<String> overdue = new HashSet<>();

  KeepJudge(Keep keep, ProbePlan plan, Scene scene) {
    this.keep = keep;
    this.scene = scene;
    this.sheet = new Sheet(plan);
  }

  /** The name of a further question a place gets where reasons have limits of their own. */
  static String extended(String where, Reasons reasons) {
    return where + ", kept for " + reasons;
  }

  /**
   * What it means.
   *
   * @param forecasts whether what has to go in the nights to come can
   */
  Observation judge(List<Reply> replies, Function<BoundPlace, Optional<Forecast>> forecasts) {
    for (Reply reply : replies) {
      if (reply.inquiry().question() instanceof Question.CountDue question) {
        sheet.read(reply, DueCount.class).ifPresent(count -> judge(reply, question, count));
      }
      if (reply.inquiry().question() instanceof Question.CountGaps) {
        sheet
            .read(reply, GapCount.class)
            .ifPresent(count -> Gaps.judge(reply, count, scene, sheet));
      }
    }
    scene.places(p -> KeptRows.concern(keep, p)).forEach(b -> ahead(b, forecasts.apply(b)));
    return sheet.observe(
        "No row past "
            + LimitWords.of(keep.limit())
            + " among "
            + (about ? "about " : "")
            + Wording.count(sheet.rowsSeen())
            + " rows in "
            + sheet.places()
            + " mapped places"
            + oldest.map(o -> "; oldest " + day(o)).orElse("")
            + (exempt > 0
                ? "; " + Wording.count(exempt) + " older may stay, as the data map says"
                : "")
            + ".");
  }

  private void judge(Reply reply, Question.CountDue question, DueCount count) {
    String where = reply.inquiry().where();
    Optional<Reasons> extension =
        Reasons.of(keep).stream().filter(r -> where.endsWith(extended("", r))).findFirst();
    if (extension.isEmpty()) {
      sheet.rows(count.rows());
      exempt += count.exempt();
      about |= count.about();
      count
          .oldest()
          .filter(o -> oldest.map(o::isBefore).orElse(true))
          .ifPresent(o -> oldest = Optional.of(o));
    }
    figures(where, question, count);
    Limit limit = extension.map(Reasons::limit).orElse(keep.limit());
    if (count.past() > 0) {
      past(where, limit, count, Gaps.isLog(reply, scene) ? "file" : "row");
    }
    if (count.unknown() > 0) {
      sheet.unseen(
          where,
          Gaps.isLog(reply, scene)
              ? Wording.count(count.unknown(), "file", "files")
                  + " cannot be dated, so nobody can tell whether their time is over. upheld doctor"
                  + " says why."
              : Wording.count(count.unknown(), "row has", "rows have")
                  + " no value for "
                  + events(question.due())
                  + ", so nobody can tell whether its time is over. Fill the clock or bind another.");
    }
    boolean waits =
        clocks(question.due()).anyMatch(c -> mayLieAhead(c, limit) || mayLieAhead(c, keep.limit()));
    if (count.future() > 0 && !waits) {
      sheet.unseen(
          where,
          Wording.count(count.future(), "row has", "rows have")
              + " a clock in the future ("
              + events(question.due())
              + "), which cannot be trusted. Correct the clock.");
    }
  }

  /** What will break is a doubt as long as nothing is broken. */
  private void ahead(BoundPlace bound, Optional<Forecast> forecast) {
    if (forecast.isPresent() && forecast.get() instanceof Forecast.TooShort it) {
      String sentence = ForecastWords.of(it, bound.where());
      sheet.figure("rows that can go in a night", it.perNight(), bound.where());
      if (overdue.contains(bound.where())) {
        sheet.advise(sentence);
      } else {
        sheet.doubtful(sentence);
      }
    }
  }

  private void past(String where, Limit limit, DueCount count, String what) {
    overdue.add(where);
    sheet.violated(
        Wording.count(count.past())
            + (count.about() ? " of about " : " of ")
            + Wording.count(count.rows(), what, what + "s")
            + " in "
            + where
            + (count.past() == 1 ? " is" : " are")
            + " kept past "
            + LimitWords.of(limit)
            + count.oldest().map(o -> "; oldest " + day(o)).orElse("")
            + ".");
    place(where)
        .ifPresent(
            place ->
                keep.extensions().stream()
                    .filter(e -> !place.exempt().containsKey(e.reason()))
                    .forEach(e -> sheet.advise(unboundReason(where, e))));
    if (place(where).isPresent() && KeptRows.rowsRemain(keep, place(where).get())) {
      sheet.advise(
          where
              + ": rows stay after "
              + keep.then().id()
              + ". Where that leaves something in their fields, bind the state "
              + KeptRows.done(keep.then())
              + " in the data map, so that these rows are not counted.");
    }
  }

  private static String unboundReason(String where, Extension extension) {
    return where
        + ": if some of them are kept for "
        + extension.reason()
        + ", bind that reason under exempt in the data map.";
  }

  private Optional<Place> place(String where) {
    return scene.places(p -> true).stream()
        .filter(p -> p.where().equals(where))
        .map(p -> p.place())
        .findFirst();
  }

  private void figures(String where, Question.CountDue question, DueCount count) {
    sheet.figure("rows", count.rows(), where);
    sheet.figure("rows past their time", count.past(), where);
    if (count.exempt() > 0) {
      sheet.figure("rows past their time that may stay", count.exempt(), where);
    }
    if (count.unknown() > 0) {
      sheet.figure("rows whose time is unknown", count.unknown(), where);
    }
    if (count.future() > 0) {
      sheet.figure("rows with a clock in the future", count.future(), where);
    }
    count.oldest().ifPresent(o -> sheet.figure("oldest", o.toString(), where));
    nextDue(question, count).ifPresent(next -> sheet.figure("next due", next.toString(), where));
  }

  /** When the oldest row will be past its time; only where one clock decides alone. */
  private Optional<Instant> nextDue(Question.CountDue question, DueCount count) {
    return keep.limit() instanceof Limit.After after
            && question.due() instanceof Due.Before
            && count.past() + count.exempt() == 0
        ? count.oldest().map(o -> PastLimit.end(after.term(), scene.zone(), o))
        : Optional.empty();
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(scene.zone()).toLocalDate();
  }

  /**
   * A contract or a fiscal year may well end next year, and what is kept until something happens
   * waits for just that; nothing is collected next year.
   */
  private static boolean mayLieAhead(BoundClock clock, Limit limit) {
    return clock.missing() == BoundClock.Missing.NOT_YET
        || clock.event().endsWith("-end")
        || awaits(clock.event(), limit);
  }

  private static boolean awaits(String event, Limit limit) {
    return switch (limit) {
      case Limit.Until until -> until.event().equals(event);
      case Limit.After after -> false;
      case Limit.Criterion criterion -> false;
      case Limit.Earliest earliest -> earliest.of().stream().anyMatch(l -> awaits(event, l));
      case Limit.Latest latest -> latest.of().stream().anyMatch(l -> awaits(event, l));
    };
  }

  private static String events(Due due) {
    return clocks(due).map(BoundClock::event).distinct().collect(Collectors.joining(", "));
  }

  private static Stream<BoundClock> clocks(Due due) {
    return switch (due) {
      case Due.Before before -> Stream.of(before.clock());
      case Due.Any any -> any.of().stream().flatMap(KeepJudge::clocks);
      case Due.All all -> all.of().stream().flatMap(KeepJudge::clocks);
    };
  }
}
