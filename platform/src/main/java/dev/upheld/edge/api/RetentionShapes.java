package dev.upheld.edge.api;

import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Forecast;
import dev.upheld.duty.retention.Found;
import dev.upheld.duty.retention.Look;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Pause;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Standing;
import dev.upheld.duty.retention.Warnings;
import dev.upheld.engine.Expired;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How retention looks to programs: figures only. */
final class RetentionShapes {
  private RetentionShapes() {}

  /** What was counted from outside; rows may be about so many, as the server estimates them. */
  public record DueRowsShape(
      long rows,
      long past,
      long unknown,
      long future,
      long exempt,
      Optional<Instant> oldest,
      boolean about) {
    static DueRowsShape of(DueRows due) {
      return new DueRowsShape(
          due.rows(),
          due.past(),
          due.unknown(),
          due.future(),
          due.exempt(),
          due.oldest(),
          due.about());
    }
  }

  /** Rows of a place. */
  public record TallyShape(long deleted, long ended, long archived, long detached) {
    static Map<String, TallyShape> of(Map<String, Expired.Tally> places) {
      return places.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  e ->
                      new TallyShape(
                          e.getValue().deleted(),
                          e.getValue().ended(),
                          e.getValue().archived(),
                          e.getValue().detached())));
    }
  }

  /** What was done or would be. */
  public record ExpiredShape(
      long listed, Map<String, TallyShape> places, Map<String, Long> keptBack, boolean whole) {
    static ExpiredShape of(Expired done) {
      return new ExpiredShape(
          done.listed(), TallyShape.of(done.places()), Map.copyOf(done.keptBack()), done.whole());
    }
  }

  /** A run. */
  public record RetentionRunShape(
      String run,
      String digest,
      Instant began,
      Optional<Instant> ended,
      Optional<DueRowsShape> due,
      Optional<ExpiredShape> done,
      Optional<DueRowsShape> left,
      Optional<String> trouble) {
    static RetentionRunShape of(Ran run) {
      return new RetentionRunShape(
          run.id().toString(),
          run.digest(),
          run.began(),
          run.ended(),
          run.due().map(DueRowsShape::of),
          run.done().map(ExpiredShape::of),
          run.left().map(DueRowsShape::of),
          run.trouble());
    }
  }

  /** A leave. */
  public record ReleasedShape(String digest, Instant released, long due, long rows) {
    static ReleasedShape of(Release release) {
      return new ReleasedShape(release.digest(), release.released(), release.due(), release.rows());
    }
  }

  /** Rows about to go, by whether somebody was told; of the newest look of the rule as it is. */
  public record WarningsShape(
      Instant looked,
      boolean whole,
      long due,
      long told,
      long fresh,
      long unreached,
      long refused) {
    static WarningsShape of(Warnings warnings) {
      Warnings.Figures found = warnings.figures();
      return new WarningsShape(
          warnings.began(),
          warnings.isWhole(),
          found.due(),
          found.told(),
          found.fresh(),
          found.unreached(),
          found.refused());
    }
  }

  /** A rule, and how it stands. */
  public record RetentionRuleShape(
      String rule,
      String promise,
      String sentence,
      String place,
      String then,
      String digest,
      String state,
      List<String> gaps,
      Optional<Long> due,
      Optional<ReleasedShape> release,
      Optional<Instant> pausedSince,
      Optional<RetentionRunShape> last,
      Optional<WarningsShape> warnings) {
    static RetentionRuleShape of(Standing standing) {
      return new RetentionRuleShape(
          standing.rule().id(),
          standing.rule().keep().id().toString(),
          standing.rule().keep().header().sentence(),
          standing.rule().where(),
          standing.rule().keep().then().id(),
          standing.rule().digest(),
          standing.state().name().toLowerCase(Locale.ROOT),
          standing.rule().gaps(),
          standing.due(),
          standing.leave().map(l -> ReleasedShape.of(l.release())),
          standing.pause().map(Pause::since),
          standing.last().map(RetentionRunShape::of),
          standing.told().map(WarningsShape::of));
    }
  }

  /** A dry run. */
  public record LookShape(
      String rule,
      String digest,
      boolean asked,
      boolean going,
      Optional<String> seen,
      Optional<Instant> ended,
      long done,
      long total,
      Optional<DueRowsShape> due,
      Optional<ExpiredShape> would,
      List<String> missingIndexes,
      Optional<String> trouble) {
    static LookShape of(Standing standing) {
      Optional<Look> look = standing.look();
      Optional<Found> found = look.flatMap(Look::found);
      return new LookShape(
          standing.rule().id(),
          standing.rule().digest(),
          look.isPresent(),
          look.filter(Look::isGoing).isPresent(),
          look.map(Look::digest),
          look.flatMap(Look::ended),
          look.map(Look::done).orElse(0L),
          look.map(Look::total).orElse(0L),
          found.flatMap(Found::due).map(DueRowsShape::of),
          found.flatMap(Found::would).map(ExpiredShape::of),
          found.map(Found::indexes).orElse(List.of()),
          found.flatMap(Found::trouble));
    }
  }

  /** What a rule did on a day. */
  public record DayShape(
      String rule,
      String day,
      List<String> runs,
      Optional<DueRowsShape> due,
      Map<String, TallyShape> done,
      Map<String, Long> keptBack,
      Optional<DueRowsShape> left,
      Optional<Instant> oldest) {
    static DayShape of(Day day) {
      return new DayShape(
          day.rule(),
          day.day().toString(),
          day.runs().stream().map(r -> r.id().toString()).toList(),
          day.due().map(DueRowsShape::of),
          TallyShape.of(day.done()),
          Map.copyOf(day.keptBack()),
          day.left().map(DueRowsShape::of),
          day.oldest());
    }
  }

  /** What comes due in a night, or in the nights of a week, and what of it is on hold. */
  public record NightShape(String first, String last, long rows, long held) {
    static List<NightShape> of(List<Night> nights) {
      return nights.stream()
          .map(n -> new NightShape(n.first().toString(), n.last().toString(), n.rows(), n.held()))
          .toList();
    }
  }

  /** Whether the hours of a system suffice; the figures only as far as they are known. */
  public record ForecastShape(
      Optional<Boolean> suffices,
      Optional<Long> perNight,
      Optional<String> night,
      Optional<Long> backlog,
      Optional<Integer> nights) {
    static ForecastShape of(Forecast forecast) {
      return switch (forecast) {
        case Forecast.Unmeasured _ ->
            new ForecastShape(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Forecast.Enough it ->
            new ForecastShape(
                Optional.of(true),
                Optional.of(it.perNight()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Forecast.TooShort it ->
            new ForecastShape(
                Optional.of(false),
                Optional.of(it.perNight()),
                Optional.of(it.night().toString()),
                Optional.of(it.backlog()),
                it.nights());
      };
    }
  }

  /** What comes due by a rule; where its state is not nightly, nothing goes. */
  public record NightsShape(
      String rule,
      String state,
      Instant counted,
      long unknown,
      boolean heldToldApart,
      List<NightShape> nights,
      List<NightShape> weeks,
      Optional<ForecastShape> forecast) {
    static NightsShape of(
        Standing standing, Outlook outlook, ZoneId zone, Optional<Forecast> forecast) {
      return new NightsShape(
          standing.rule().id(),
          standing.state().name().toLowerCase(Locale.ROOT),
          outlook.made(),
          outlook.unknown(),
          outlook.apart(),
          NightShape.of(outlook.nights(zone)),
          NightShape.of(outlook.weeks(zone)),
          forecast.map(ForecastShape::of));
    }
  }
}
