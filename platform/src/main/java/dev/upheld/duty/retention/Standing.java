package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Expired;
import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule and all that is kept of it.
 *
 * @param leave the newest leave it was ever given, and by whom; it may be for another digest
 * @param last its newest run
 * @param look its newest dry run; it may be of another digest
 * @param outlook how many rows come due by when; it may be of another digest
 * @param speed of its runs; empty where none was large enough to tell
 * @param warnings its newest look for people to be told; it may be of another digest
 */
public record Standing(
    Rule rule,
    Optional<Leave> leave,
    Optional<Pause> pause,
    Optional<Ran> last,
    Optional<Look> look,
    Optional<Outlook> outlook,
    Optional<Speed> speed,
    Optional<Warnings> warnings) {
  /** Counts of before the last three nights say nothing of the present. */
  private static final int FRESH = 3;

  /** Of a rule whose runs nobody measured. */
  public Standing(
      Rule rule,
      Optional<Leave> leave,
      Optional<Pause> pause,
      Optional<Ran> last,
      Optional<Look> look,
      Optional<Outlook> outlook) {
    this(rule, leave, pause, last, look, outlook, Optional.empty(), Optional.empty());
  }

  /**
   * A leave, and who gave it.
   *
   * @param who of the company; empty for a command
   */
  public record Leave(Release release, Optional<ReferenceId> who) {}

  /** How a rule stands. */
  public enum State {
    /** The data map or the systems leave no way to do it. */
    UNABLE,
    /** Nobody released it yet. */
    WAITS,
    /** It was released, and is another rule since. */
    CHANGED,
    /** It is released, and somebody told it to do nothing for now. */
    PAUSED,
    /** It runs every night. */
    NIGHTLY
  }

  /** How it stands. */
  public State state() {
    if (rule.expiry().isEmpty()) {
      return State.UNABLE;
    }
    if (leave.isEmpty()) {
      return State.WAITS;
    }
    if (!isReleased()) {
      return State.CHANGED;
    }
    return pause.isPresent() ? State.PAUSED : State.NIGHTLY;
  }

  /** Whether its leave counts for what it is now. */
  public boolean isReleased() {
    return leave.filter(l -> l.release().digest().equals(rule.digest())).isPresent();
  }

  /** Its dry run, where that is of what the rule is now. */
  public Optional<Look> seen() {
    return look.filter(l -> l.digest().equals(rule.digest()));
  }

  /** Its newest look for people to be told, where that is of what the rule is now. */
  public Optional<Warnings> told() {
    return warnings.filter(w -> w.digest().equals(rule.digest()));
  }

  /** What comes due by when, where that was counted for what the rule is now. */
  public Optional<Outlook> ahead() {
    return outlook.filter(o -> o.digest().equals(rule.digest()));
  }

  /** The same, where that was not too long ago. */
  public Optional<Outlook> ahead(Instant now, ZoneId zone) {
    Instant since = Nights.of(Nights.next(now, zone).minusDays(FRESH), zone);
    return ahead().filter(o -> !o.made().isBefore(since));
  }

  /**
   * Whether the hours suffice for what is overdue and what comes due.
   *
   * @return empty where it does not run, or nobody counted lately
   */
  public Optional<Forecast> forecast(Workspace workspace, Instant now) {
    return state() == State.NIGHTLY
        ? ahead(now, workspace.zone())
            .flatMap(o -> free().map(free -> toGo(o, free, workspace.zone(), now)))
            .filter(nights -> !nights.isEmpty())
            .map(nights -> Forecast.of(nights, Hours.of(workspace, rule), speed))
        : Optional.empty();
  }

  /**
   * Rows past their time that are known to be on hold: as the newest outlook has it, or the newest
   * run where that came later.
   *
   * @return empty where neither says anything
   */
  public Optional<Long> onHold() {
    return ahead()
        .filter(o -> isSince(o.made()))
        .map(o -> o.held(o.made()))
        .or(() -> last.flatMap(Ran::done).map(Expired::onHold));
  }

  /** What is overdue by the newest count, without rows known to be on hold. */
  private Optional<Long> free() {
    return due().map(due -> Math.max(0, due - onHold().orElse(0L)));
  }

  /**
   * What is overdue and not on hold goes first; what comes due later, the outlook knows.
   *
   * @param due rows that are overdue and can go
   */
  private List<Outlook.Night> toGo(Outlook outlook, long due, ZoneId zone, Instant now) {
    long before =
        isSince(outlook.made())
            ? outlook.free(outlook.made())
            : outlook.free(last.map(r -> r.ended().orElse(r.began())).orElseThrow());
    List<Outlook.Night> nights = new ArrayList<>();
    for (Outlook.Night night : outlook.nights(zone)) {
      long past = outlook.free(Nights.of(night.last(), zone));
      if (!night.last().isBefore(Nights.next(now, zone))) {
        long more = Math.max(0, past - before) + (nights.isEmpty() ? due : 0);
        nights.add(new Outlook.Night(night.first(), night.last(), more));
        before = Math.max(before, past);
      }
    }
    return nights;
  }

  /**
   * The newest count from outside of what the rule is now, whoever asked for it. What was counted
   * before a run says nothing after it.
   *
   * @return empty where nobody counted since
   */
  public Optional<DueRows> counted() {
    return seen()
        .filter(l -> isSince(l.asked()))
        .flatMap(Look::found)
        .flatMap(Found::due)
        .or(() -> last.filter(r -> r.digest().equals(rule.digest())).flatMap(Ran::counted));
  }

  /** Rows past their time as they were last counted; empty where nobody counted since. */
  public Optional<Long> due() {
    return ahead()
        .filter(o -> isSince(o.made()))
        .map(Outlook::due)
        .or(() -> counted().map(DueRows::past));
  }

  /**
   * When it runs next, where it {@linkplain State#NIGHTLY runs}: in the next night, or now where it
   * did not run in the last one; in both cases no sooner than its system may be changed.
   */
  public Instant next(Workspace workspace, Instant now) {
    Instant last = Nights.last(now, workspace.zone());
    boolean ran = this.last.filter(r -> !r.began().isBefore(last) && r.isOver()).isPresent();
    Instant night = Nights.of(Nights.next(now, workspace.zone()), workspace.zone());
    return Hours.of(workspace, rule).opens(ran ? night : now);
  }

  /** Whether no run of the rule, whatever it was then, came after that instant or in it. */
  boolean isSince(Instant at) {
    return last.map(r -> r.ended().orElse(r.began())).filter(ran -> !ran.isBefore(at)).isEmpty();
  }
}
