package dev.upheld.edge.console.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Nights;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Age;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Outlook.OnHold;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.console.view.RetentionCalendar;
import dev.upheld.edge.console.view.RetentionCalendar.Line;
import dev.upheld.edge.console.view.RetentionPage;
import dev.upheld.edge.console.view.RetentionPage.Group;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes pages of how rules stand. */
public final class RetentionViews {
  private RetentionViews() {}

  static RetentionPage page(DeskWork work, boolean manage) {
    return page(work.workspace(), work.desk().all(work.workspace()), work.now(), manage);
  }

  /** All rules, by activity in the order of the charter. */
  public static RetentionPage page(
      Workspace workspace, List<Standing> all, Instant now, boolean manage) {
    Map<String, List<Standing>> groups = new LinkedHashMap<>();
    all.forEach(s -> groups.computeIfAbsent(title(workspace, s), _ -> new ArrayList<>()).add(s));
    return new RetentionPage(
        groups.entrySet().stream()
            .map(e -> group(e.getKey(), e.getValue(), workspace.zone(), now))
            .toList(),
        next(workspace, all, now),
        manage,
        0);
  }

  /** When the first of those that run does, else the next night. */
  private static Instant next(Workspace workspace, List<Standing> all, Instant now) {
    return all.stream()
        .filter(s -> s.state() == Standing.State.NIGHTLY)
        .map(s -> s.next(workspace, now))
        .min(Instant::compareTo)
        .orElseGet(() -> night(now, workspace.zone()));
  }

  private static Instant night(Instant now, ZoneId zone) {
    return Nights.of(Nights.next(now, zone), zone);
  }

  private static Group group(String title, List<Standing> rules, ZoneId zone, Instant now) {
    List<Standing> fresh = rules.stream().filter(s -> isFresh(s, now, zone)).toList();
    Optional<Instant> since =
        fresh.stream().flatMap(s -> s.ahead().stream()).map(Outlook::made).min(Instant::compareTo);
    return new Group(title, rules, ages(fresh, zone), held(fresh, zone), since);
  }

  static String title(Workspace workspace, Standing standing) {
    return standing
        .rule()
        .keep()
        .header()
        .activity()
        .map(
            id ->
                Optional.ofNullable(workspace.charter().activities().get(id))
                    .map(a -> a.title())
                    .orElse(id))
        .orElse("");
  }

  /** Rows of all of them together; empty where nobody counted yet. */
  static Map<Age, Long> ages(List<Standing> standings, ZoneId zone) {
    Map<Age, Long> sum = new EnumMap<>(Age.class);
    for (Standing standing : standings) {
      standing
          .ahead()
          .map(o -> o.ages(zone))
          .ifPresent(ages -> ages.forEach((age, rows) -> sum.merge(age, rows, Long::sum)));
    }
    return sum;
  }

  /** What of them is on hold. */
  static OnHold held(List<Standing> standings, ZoneId zone) {
    return standings.stream()
        .flatMap(s -> s.ahead().stream())
        .map(o -> o.onHold(zone))
        .reduce(OnHold.NOTHING, OnHold::plus);
  }

  static RetentionCalendar calendar(DeskWork work) {
    return calendar(work.workspace(), work.desk().all(work.workspace()), work.now());
  }

  /** What goes, by night and week. */
  public static RetentionCalendar calendar(Workspace workspace, List<Standing> all, Instant now) {
    ZoneId zone = workspace.zone();
    List<Standing> nightly = all.stream().filter(s -> s.state() == Standing.State.NIGHTLY).toList();
    List<Line> lines =
        nightly.stream()
            .filter(s -> isFresh(s, now, zone))
            .flatMap(s -> s.ahead().stream().map(o -> line(s, o, workspace, now)))
            .toList();
    List<Standing> waiting =
        all.stream()
            .filter(s -> s.state() != Standing.State.NIGHTLY)
            .filter(s -> s.ahead().filter(o -> comes(o, zone)).isPresent())
            .toList();
    LocalDate first = Nights.next(now, zone);
    return new RetentionCalendar(
        byDate(lines.stream().map(Line::nights).toList(), first),
        byDate(lines.stream().map(Line::weeks).toList(), first),
        lines,
        waiting,
        nightly.stream().filter(s -> !isFresh(s, now, zone)).toList());
  }

  private static boolean isFresh(Standing standing, Instant now, ZoneId zone) {
    return standing.ahead(now, zone).isPresent();
  }

  private static boolean comes(Outlook outlook, ZoneId zone) {
    return outlook.weeks(zone).stream().anyMatch(w -> w.rows() > 0);
  }

  private static Line line(Standing standing, Outlook outlook, Workspace workspace, Instant now) {
    return new Line(
        standing,
        outlook.nights(workspace.zone()),
        outlook.weeks(workspace.zone()),
        standing.forecast(workspace, now));
  }

  /**
   * Nights or weeks of counts that were made on different days, each by the day it ends. What was
   * to go in one that is over has not been counted since: it goes in the first that comes.
   */
  private static List<Night> byDate(List<List<Night>> all, LocalDate first) {
    Map<LocalDate, Night> sums = new TreeMap<>();
    for (List<Night> nights : all) {
      long late = 0;
      long held = 0;
      for (Night night : nights) {
        if (night.last().isBefore(first)) {
          late += night.rows();
          held += night.held();
        } else {
          LocalDate from = night.first().isBefore(first) ? first : night.first();
          Night shown = new Night(from, night.last(), night.rows() + late, night.held() + held);
          sums.merge(night.last(), shown, RetentionViews::both);
          late = 0;
          held = 0;
        }
      }
    }
    return List.copyOf(sums.values());
  }

  private static Night both(Night one, Night other) {
    LocalDate first = one.first().isBefore(other.first()) ? one.first() : other.first();
    return new Night(first, one.last(), one.rows() + other.rows(), one.held() + other.held());
  }
}
