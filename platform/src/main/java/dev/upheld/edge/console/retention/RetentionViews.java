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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes pages of how rules stand. */
public final class RetentionViews {
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
            .map(e -> new Group(e.getKey(), e.getValue(), ages(e.getValue(), workspace.zone())))
            .toList(),
        next,
        manage);
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
    List<Line> lines =
        all.stream()
            .filter(s -> s.state() == Standing.State.NIGHTLY)
            .flatMap(s -> s.ahead().stream().map(o -> line(s, o, zone)))
            .toList();
    List<Standing> waiting =
        all.stream()
            .filter(s -> s.state() != Standing.State.NIGHTLY)
            .filter(s -> s.ahead().filter(o -> comes(o, zone)).isPresent())
            .toList();
    return new RetentionCalendar(
        sum(lines.stream().map(Line::nights).toList()),
        sum(lines.stream().map(Line::weeks).toList()),
        lines,
        waiting,
        next);
  }

  private static boolean comes(Outlook outlook, ZoneId zone) {
    return outlook.weeks(zone).stream().anyMatch(w -> w.rows() > 0);
  }

  private static Line line(Standing standing, Outlook outlook, ZoneId zone) {
    return new Line(standing, outlook.nights(zone), outlook.weeks(zone));
  }

  /** Counts of one day were all made in the night before; days of the first are shown. */
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
