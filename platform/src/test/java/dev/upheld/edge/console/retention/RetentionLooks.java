package dev.upheld.edge.console.retention;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Forecast;
import dev.upheld.duty.retention.Found;
import dev.upheld.duty.retention.Look;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Pause;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Rule;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.view.RetentionPage;
import dev.upheld.edge.console.view.RetentionRule;
import dev.upheld.edge.console.view.View;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiry;
import dev.upheld.journal.ReferenceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Rules of the demo with made-up figures. */
public final class RetentionLooks {
  private static final Instant NOW = Looks.NOW;
  private static final Instant NIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final ReferenceId INES = new ReferenceId(new UUID(1, 1));

  private static final Workspace WORKSPACE =
      Workspaces.read(
              Path.of("..", "examples", "demo"), References.machine(), LocalDate.of(2026, 11, 22))
          .workspace()
          .orElseThrow();
  private static final List<Rule> RULES =
      Retention.rules(WORKSPACE, NOW).stream().map(RetentionLooks::reached).toList();

  private RetentionLooks() {}

  static Workspace workspace() {
    return WORKSPACE;
  }

  static List<Rule> rules() {
    return RULES;
  }

  /** By name. */
  public static Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < RULES.size(); i++) {
      standings.add(standing(i));
    }
    views.put("retention", RetentionViews.page(WORKSPACE, standings, NOW, true).with(3));
    views.put("retention-none", new RetentionPage(List.of(), NOW, false, 0));
    views.put("retention-calendar", RetentionViews.calendar(WORKSPACE, standings, NOW));
    views.put("retention-calendar-none", RetentionViews.calendar(WORKSPACE, List.of(), NOW));
    views.put("retention-rule", rule(nightly(able(0)), true));
    views.put("retention-rule-paused", rule(paused(able(0)), false));
    views.put("retention-rule-waits", rule(looking(able(0), true), false));
    views.put("retention-rule-going", rule(looking(able(0), false), false));
    views.put("retention-rule-lost", rule(lost(able(0)), false));
    views.put("retention-rule-new", rule(bare(able(0)), false));
    return views;
  }

  /** As if the systems of the demo were there; some cannot be changed from here. */
  private static Rule reached(Rule rule) {
    return rule.id().hashCode() % 5 == 0
        ? rule
        : new Rule(
            rule.id(),
            rule.digest(),
            rule.system(),
            rule.kept(),
            Optional.of(
                new Expiry(
                    rule.id(),
                    rule.digest(),
                    rule.system(),
                    rule.kept(),
                    true,
                    Map.of(),
                    Map.of(),
                    List.of())),
            List.of());
  }

  private static Rule able(int skip) {
    return RULES.stream().filter(r -> r.expiry().isPresent()).skip(skip).findFirst().orElseThrow();
  }

  private static Standing standing(int i) {
    Rule rule = RULES.get(i);
    return switch (i % 4) {
      case 0 -> bare(rule);
      case 1 -> paused(rule);
      case 2 -> looking(rule, true);
      default -> nightly(rule);
    };
  }

  private static Standing bare(Rule rule) {
    return new Standing(
        rule,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Standing.Leave leave(Rule rule) {
    return new Standing.Leave(
        new Release(rule.id(), rule.digest(), NIGHT.minusSeconds(900_000), 1_204, 98_310),
        Optional.of(INES));
  }

  private static Outlook outlook(Rule rule) {
    List<Outlook.Count> counts = new ArrayList<>();
    long past = 3;
    for (int day : new int[] {-365, -182, -91, -28, -7, -1, 0}) {
      past += day > -30 ? 40 : 2;
      counts.add(new Outlook.Count(NOW.plus(Duration.ofDays(day)), past, day > -30 ? 30 : 0));
    }
    for (int night = 0; night < 84; night++) {
      past += 20 + night % 5;
      counts.add(new Outlook.Count(NIGHT.plus(Duration.ofDays(night + 1L)), past, 31 + night / 3));
    }
    for (int day : new int[] {182, 365, 730}) {
      past += 4_000;
      counts.add(new Outlook.Count(NIGHT.plus(Duration.ofDays(day + 1L)), past));
    }
    return new Outlook(rule.id(), rule.digest(), NOW, past + 900, 12, counts);
  }

  private static DueRows due(long past) {
    return new DueRows(98_310, past, 12, 3, 40, Optional.of(NOW.minus(Duration.ofDays(1200))));
  }

  private static Expired done() {
    return new Expired(
        1_204,
        new TreeMap<>(
            Map.of(
                "ticket",
                new Expired.Tally(1_180, 0, 0, 0),
                "message",
                new Expired.Tally(8_120, 0, 0, 14))),
        new TreeMap<>(
            Map.of(
                Expired.PEOPLE,
                20L,
                Expired.PROMISE + "nimbus/billing/keep",
                4L,
                Expired.YOUNGER,
                2L,
                Expired.IN_USE,
                1L,
                Expired.LINKED,
                1L)),
        3,
        true);
  }

  private static Look look(Rule rule, boolean ended) {
    return new Look(
        rule.id(),
        rule.digest(),
        NOW.minusSeconds(600),
        ended ? Optional.of(NOW.minusSeconds(500)) : Optional.empty(),
        ended ? 0 : 50_000,
        ended ? 0 : 120_000,
        ended
            ? Optional.of(
                new Found(
                    Optional.of(due(1_204)),
                    Optional.of(done()),
                    false,
                    List.of("ticket (closed_at)"),
                    Optional.empty()))
            : Optional.empty(),
        !ended);
  }

  private static Ran ran(Rule rule, int days, Optional<String> trouble) {
    Instant began = NIGHT.minus(Duration.ofDays(days));
    return new Ran(
        new UUID(7, days),
        rule.id(),
        rule.digest(),
        began,
        Optional.of(began.plusSeconds(63)),
        Optional.of(due(1_204)),
        trouble.isPresent() ? Optional.empty() : Optional.of(done()),
        trouble.isPresent() ? Optional.empty() : Optional.of(due(24)),
        trouble);
  }

  private static Standing nightly(Rule rule) {
    return new Standing(
        rule,
        Optional.of(leave(rule)),
        Optional.empty(),
        Optional.of(ran(rule, 0, Optional.empty())),
        Optional.of(look(rule, true)),
        Optional.of(outlook(rule)));
  }

  private static Standing paused(Rule rule) {
    return new Standing(
        rule,
        Optional.of(leave(rule)),
        Optional.of(new Pause(rule.id(), NIGHT, "The support archive moves", Optional.of(INES))),
        Optional.of(ran(rule, 1, Optional.of("The system main does not answer. Look again."))),
        Optional.of(look(rule, true)),
        Optional.of(outlook(rule)));
  }

  private static Standing looking(Rule rule, boolean ended) {
    return new Standing(
        rule,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(look(rule, ended)),
        Optional.of(outlook(rule)));
  }

  private static Standing lost(Rule rule) {
    Look going = look(rule, false);
    Look lost =
        new Look(
            rule.id(),
            rule.digest(),
            going.asked(),
            going.ended(),
            going.done(),
            going.total(),
            going.found(),
            false);
    return new Standing(
        rule,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(lost),
        Optional.empty());
  }

  private static Optional<Forecast> forecast(Standing standing) {
    return switch (standing.state()) {
      case NIGHTLY ->
          Optional.of(
              new Forecast.TooShort(
                  LocalDate.of(2026, 11, 25), 1_204_000, 360_000, Optional.of(4), 12));
      case PAUSED -> Optional.of(new Forecast.Enough(360_000));
      case UNABLE, WAITS, CHANGED -> Optional.of(new Forecast.Unmeasured());
    };
  }

  private static RetentionRule rule(Standing standing, boolean day) {
    List<Ran> runs =
        standing.last().isEmpty()
            ? List.of()
            : List.of(
                ran(standing.rule(), 0, Optional.empty()),
                ran(standing.rule(), 1, Optional.of("The system main does not answer.")));
    return new RetentionRule(
        standing,
        RetentionViews.title(WORKSPACE, standing),
        RetentionViews.ages(List.of(standing), WORKSPACE.zone()),
        Map.of(INES, "Inès Martin"),
        runs,
        day
            ? Optional.of(
                new Day(
                    standing.rule().id(),
                    LocalDate.of(2026, 11, 22),
                    runs.isEmpty() ? List.of() : runs.subList(0, 1),
                    Optional.empty()))
            : Optional.empty(),
        new RetentionRule.Ahead(
            NIGHT.plus(Duration.ofDays(1)),
            forecast(standing),
            RetentionViews.held(List.of(standing), WORKSPACE.zone())),
        new RetentionRule.Form(true, true, "", Optional.empty()));
  }
}
