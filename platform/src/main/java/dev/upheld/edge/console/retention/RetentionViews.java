package dev.upheld.edge.console.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Age;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.console.view.RetentionCalendar;
import dev.upheld.edge.console.view.RetentionCalendar.Line;
import dev.upheld.edge.console.view.RetentionPage;
import dev.upheld.edge.console.view.RetentionPage.Group;
import java.time.Duration;
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
import java.util.stream.IntStream;

/** Makes pages of how rules stand. */
public final class RetentionViews {
  /** Before the next night; older counts say nothing of the present. */
  private static final Duration FRESH = Duration.ofDays(3);

  private RetentionViews() {}

  static RetentionPage page(DeskWork work, boolean manage) {
    return page(work.workspace(), work.desk().all(work.workspace()), work.next(), manage);
  }

  /** All rules, by activity in the order of the charter. */
  public static RetentionPage page(
      Workspace workspace, List<Standing> all, Instant next, boolean manage) {
    Map<String, List<Standing>> groups = new LinkedHashMap<>();
    all.forEach(s -> groups.computeIfAbsent(title(workspace, s), _ -> new ArrayList<>()).add(s));
    return new RetentionPage(
        groups.entrySet().stream()
            .map(e -> group(e.getKey(), e.getValue(), workspace.zone(), next))
            .toList(),
        next,
        manage);
  }

  private static Group group(String title, List<Standing> rules, ZoneId zone, Instant next) {
    List<Standing> fresh = rules.stream().filter(s -> isFresh(s, next)).toList();
    Optional<Instant> since =
        fresh.stream().flatMap(s -> s.ahead().stream()).map(Outlook::made).min(Instant::compareTo);
    return new Group(title, rules, ages(fresh, zone), since);
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

  static RetentionCalendar calendar(DeskWork work) {
    return calendar(work.desk().all(work.workspace()), work.workspace().zone(), work.next());
  }

  /** What goes, by night and week. */
  public static RetentionCalendar calendar(List<Standing> all, ZoneId zone, Instant next) {
    List<Standing> nightly = all.stream().filter(s -> s.state() == Standing.State.NIGHTLY).toList();
    List<Line> lines =
        nightly.stream()
            .filter(s -> isFresh(s, next))
            .flatMap(s -> s.ahead().stream().map(o -> line(s, o, zone)))
            .toList();
    List<Standing> waiting =
        all.stream()
            .filter(s -> s.state() != Standing.State.NIGHTLY)
            .filter(s -> s.ahead().filter(o -> comes(o, zone)).isPresent())
            .toList();
    return new RetentionCalendar(
        byDate(lines.stream().map(Line::nights).toList()),
        sum(lines.stream().map(Line::weeks).toList()),
        lines,
        waiting,
        nightly.stream().filter(s -> !isFresh(s, next)).toList(),
        next);
  }

  /** Whether it was counted since two days before the last night. */
  private static boolean isFresh(Standing standing, Instant next) {
    Instant since = next.minus(FRESH);
    return standing.ahead().filter(o -> !o.made().isBefore(since)).isPresent();
  }

  private static boolean comes(Outlook outlook, ZoneId zone) {
    return outlook.weeks(zone).stream().anyMatch(w -> w.rows() > 0);
  }

  private static Line line(Standing standing, Outlook outlook, ZoneId zone) {
    return new Line(standing, outlook.nights(zone), outlook.weeks(zone));
  }

  /** Nights of counts that were made on different days, each night once. */
  private static List<Night> byDate(List<List<Night>> all) {
    Map<LocalDate, Long> rows = new TreeMap<>();
    all.stream().flatMap(List::stream).forEach(n -> rows.merge(n.first(), n.rows(), Long::sum));
    return rows.entrySet().stream()
        .map(e -> new Night(e.getKey(), e.getKey(), e.getValue()))
        .toList();
  }

  /** Weeks of counts a day or two apart are shown as those of the first. */
  private static List<Night> sum(List<List<Night>> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<Night> first = all.getFirst();
    return IntStream.range(0, first.size())
        .mapToObj(
            i ->
                new Night(
                    first.get(i).first(),
                    first.get(i).last(),
                    all.stream().mapToLong(l -> l.get(i).rows()).sum()))
        .toList();
  }
}
