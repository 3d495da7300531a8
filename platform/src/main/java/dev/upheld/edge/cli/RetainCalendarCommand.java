package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Forecast;
import dev.upheld.duty.retention.ForecastWords;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Speed;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.cli.Screen.Style;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld retain calendar}. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = {
      "Counts what comes due by each rule in the next 14 nights and 12 weeks, by the account that may",
      "only read and by the test the probe uses. Rows on hold are counted, and told beside."
    },
    footer = {
      "",
      "Exit codes: 0 counted, 2 it could not begin, 3 not everything could be counted now."
    })
final class RetainCalendarCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RetainOptions options;

  RetainCalendarCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    Instant since = around.clock().instant().truncatedTo(ChronoUnit.MICROS);
    List<Standing> all = engine.retention().calendar(sound, options.rule());
    if (options.json()) {
      around.screen().out().println(json(all, sound, since));
    } else {
      all.forEach(s -> print(s, sound, since));
    }
    around.screen().out().flush();
    return all.stream().allMatch(s -> isNew(s, since)) ? Exit.OK : Exit.UNSEEN;
  }

  /** Whether it was counted for this command, and not before. */
  private static boolean isNew(Standing standing, Instant since) {
    return standing.ahead().filter(o -> !o.made().isBefore(since)).isPresent();
  }

  private void print(Standing standing, Workspace sound, Instant since) {
    ZoneId zone = sound.zone();
    PrintWriter out = around.screen().out();
    out.println(standing.rule().id() + "  " + words(standing));
    if (standing.ahead().isEmpty()) {
      out.println("  nobody could count what comes due");
      return;
    }
    Outlook outlook = standing.ahead().get();
    if (!isNew(standing, since)) {
      out.println(
          "  "
              + around.screen().styled(Style.YELLOW, "counted at ")
              + outlook.made().truncatedTo(ChronoUnit.SECONDS)
              + ": nobody could count now");
    }
    print(outlook, zone);
    standing.forecast(sound, since).ifPresent(f -> print(f, standing.rule().where()));
    if (outlook.unknown() > 0) {
      out.println("  without a clock, never ended by guess: " + outlook.unknown());
    }
  }

  private void print(Outlook outlook, ZoneId zone) {
    PrintWriter out = around.screen().out();
    List<Night> nights = outlook.nights(zone).stream().filter(n -> n.rows() > 0).toList();
    List<Night> weeks = outlook.weeks(zone).stream().filter(w -> w.rows() > 0).toList();
    nights.forEach(n -> out.println("  night to " + n.first() + "  " + rows(n)));
    weeks.forEach(w -> out.println("  week " + w.first() + " to " + w.last() + "  " + rows(w)));
    if (nights.isEmpty() && weeks.isEmpty()) {
      out.println("  nothing comes due in 12 weeks");
    } else if (!outlook.apart()) {
      out.println("  rows on hold are not all told apart: more of these may stay");
    }
  }

  private static String rows(Night night) {
    return night.rows() + (night.held() > 0 ? ", of these on hold " + night.held() : "");
  }

  private void print(Forecast forecast, String where) {
    String said =
        switch (forecast) {
          case Forecast.TooShort it ->
              around.screen().styled(Style.YELLOW, "at risk: ") + ForecastWords.of(it, where);
          case Forecast.Enough it -> "about " + it.perNight() + " rows can go in a night";
          case Forecast.Unmeasured _ ->
              "whether the hours suffice is not known yet: no run went through "
                  + Speed.TELLING
                  + " rows";
        };
    around.screen().out().println("  " + said);
  }

  private static void forecast(ObjectNode node, Forecast forecast) {
    switch (forecast) {
      case Forecast.TooShort it -> {
        node.put("suffices", false).put("per-night", it.perNight());
        node.put("night", it.night().toString()).put("backlog", it.backlog());
        it.nights().ifPresent(n -> node.put("nights", n));
      }
      case Forecast.Enough it -> node.put("suffices", true).put("per-night", it.perNight());
      case Forecast.Unmeasured _ -> node.put("measured", false);
    }
  }

  /** As the other commands say it. */
  private static String words(Standing standing) {
    return switch (standing.state()) {
      case UNABLE -> "cannot be carried out";
      case WAITS -> "not released";
      case CHANGED -> "changed, to be released again";
      case PAUSED -> "paused";
      case NIGHTLY -> "released, runs every night";
    };
  }

  private static String state(Standing standing) {
    return standing.state().name().toLowerCase(Locale.ROOT);
  }

  private static String json(List<Standing> all, Workspace sound, Instant since) {
    ZoneId zone = sound.zone();
    ObjectNode node = Json.object();
    ArrayNode rules = node.putArray("rules");
    for (Standing standing : all) {
      ObjectNode one = rules.addObject();
      one.put("rule", standing.rule().id());
      one.put("state", state(standing));
      standing.forecast(sound, since).ifPresent(f -> forecast(one.putObject("forecast"), f));
      standing
          .ahead()
          .ifPresent(
              o -> {
                one.put("counted", o.made().toString());
                one.put("counted-now", isNew(standing, since));
                one.put("unknown", o.unknown());
                one.put("held-told-apart", o.apart());
                nights(one.putArray("nights"), o.nights(zone));
                nights(one.putArray("weeks"), o.weeks(zone));
              });
    }
    return Json.pretty(node);
  }

  private static void nights(ArrayNode array, List<Night> nights) {
    nights.forEach(
        n ->
            array
                .addObject()
                .put("first", n.first().toString())
                .put("last", n.last().toString())
                .put("rows", n.rows())
                .put("held", n.held()));
  }
}
