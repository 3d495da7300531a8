package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.Forecast;
import dev.upheld.duty.retention.Outlook.Age;
import dev.upheld.duty.retention.Outlook.OnHold;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Standing;
import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of retention: its dry run, its leave, its runs.
 *
 * @param title of the activity; empty for the company as a whole
 * @param ages rows by how far the end of their time lies away; empty where nobody counted yet
 * @param names of people it speaks of, as far as they are still known
 * @param runs the newest first
 * @param day what was asked about one day
 */
public record RetentionRule(
    Standing standing,
    String title,
    Map<Age, Long> ages,
    Map<ReferenceId, String> names,
    List<Ran> runs,
    Optional<Day> day,
    Ahead ahead,
    Form form)
    implements View {
  public RetentionRule {
    ages = Map.copyOf(ages);
    names = Map.copyOf(names);
    runs = List.copyOf(runs);
  }

  /**
   * What comes.
   *
   * @param next when it runs next
   * @param forecast whether its hours suffice; empty where it does not run, or nobody counted
   *     lately
   * @param held what of the rows is on hold
   */
  public record Ahead(Instant next, Optional<Forecast> forecast, OnHold held) {}

  /**
   * What whoever looks may do, and what went wrong before.
   *
   * @param reason what was typed
   * @param fault why it was not done, in English; empty where nothing was wrong
   */
  public record Form(boolean manage, boolean release, String reason, Optional<String> fault) {}

  /** The id of the rule. */
  public String id() {
    return standing.rule().id();
  }

  /** Who it was; empty where it was a command, or nobody knows any more. */
  public Optional<String> name(Optional<ReferenceId> who) {
    return who.flatMap(w -> Optional.ofNullable(names.get(w)));
  }

  /**
   * The certificate of a run.
   *
   * @param form {@code pdf} or {@code json}
   * @param language of the paper
   */
  public String certificate(Ran run, String form, String language) {
    return "/retention/certificate?run=" + run.id() + "&form=" + form + "&language=" + language;
  }
}
