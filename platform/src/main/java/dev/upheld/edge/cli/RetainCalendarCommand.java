package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Standing;
import java.io.PrintWriter;
import java.time.ZoneId;
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
      "only read and by the test the probe uses. Rows that a hold keeps back are in these counts."
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
    List<Standing> all = engine.retention().calendar(sound, options.rule());
    if (options.json()) {
      around.screen().out().println(json(all, sound.zone()));
    } else {
      all.forEach(s -> print(s, sound.zone()));
    }
    around.screen().out().flush();
    return all.stream().allMatch(s -> s.ahead().isPresent()) ? Exit.OK : Exit.UNSEEN;
  }

  private void print(Standing standing, ZoneId zone) {
    PrintWriter out = around.screen().out();
    out.println(standing.rule().id() + "  " + state(standing));
    if (standing.ahead().isEmpty()) {
      out.println("  nobody could count what comes due");
      return;
    }
    Outlook outlook = standing.ahead().get();
    outlook.nights(zone).stream()
        .filter(n -> n.rows() > 0)
        .forEach(n -> out.println("  night to " + n.first() + "  " + n.rows()));
    outlook.weeks(zone).stream()
        .skip(2)
        .filter(w -> w.rows() > 0)
        .forEach(w -> out.println("  " + w.first() + " to " + w.last() + "  " + w.rows()));
    if (outlook.unknown() > 0) {
      out.println("  without a clock, never ended by guess: " + outlook.unknown());
    }
  }

  private static String state(Standing standing) {
    return standing.state().name().toLowerCase(Locale.ROOT);
  }

  private static String json(List<Standing> all, ZoneId zone) {
    ObjectNode node = Json.object();
    ArrayNode rules = node.putArray("rules");
    for (Standing standing : all) {
      ObjectNode one = rules.addObject();
      one.put("rule", standing.rule().id());
      one.put("state", state(standing));
      standing
          .ahead()
          .ifPresent(
              o -> {
                one.put("counted", o.made().toString());
                one.put("unknown", o.unknown());
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
                .put("rows", n.rows()));
  }
}
