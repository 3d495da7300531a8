package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.Outlook.Age;
import dev.upheld.duty.retention.Outlook.OnHold;
import dev.upheld.duty.retention.Standing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules of retention, by activity.
 *
 * @param next when released rules run next
 * @param manage whether whoever looks may have them counted anew
 * @param reviews places whose rows wait for a dated review, or will soon
 */
public record RetentionPage(List<Group> groups, Instant next, boolean manage, int reviews)
    implements View {
  public RetentionPage {
    groups = List.copyOf(groups);
  }

  /**
   * The rules of an activity.
   *
   * @param title empty for the company as a whole
   * @param ages rows by how far the end of their time lies away; empty where nobody counted yet
   * @param held what of these rows is on hold
   * @param counted when the oldest of these counts was made
   */
  public record Group(
      String title,
      List<Standing> rules,
      Map<Age, Long> ages,
      OnHold held,
      Optional<Instant> counted) {
    public Group {
      rules = List.copyOf(rules);
      ages = Map.copyOf(ages);
    }
  }

  /** The same with so many places that wait for a dated review. */
  public RetentionPage with(int waiting) {
    return new RetentionPage(groups, next, manage, waiting);
  }

  /** How many rules are in a state. */
  public long count(Standing.State state) {
    return all().stream().filter(s -> s.state() == state).count();
  }

  /** Rows past their time, as far as they were counted. */
  public long due() {
    return all().stream().mapToLong(s -> s.due().orElse(0L)).sum();
  }

  private List<Standing> all() {
    return groups.stream().flatMap(g -> g.rules().stream()).toList();
  }

  /** The page of a rule. */
  public static String href(String rule) {
    return "/retention/rule?rule=" + URLEncoder.encode(rule, StandardCharsets.UTF_8);
  }
}
