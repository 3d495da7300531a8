package dev.upheld.edge.console.view;

import dev.upheld.duty.request.CaseLine;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page the console opens on: what needs a person, what is due, what changed since one last
 * looked. Acts: {@code POST /promises/act/acknowledge} and {@code /promises/act/prove} with {@code
 * promise} and {@code back} (the own path to come back to); assigning and attesting open the
 * promise's page.
 *
 * @param lastLooked when the person last opened this page before; empty the first time
 * @param counts of all promises
 * @param needs what needs a person, the most urgent first
 * @param due what has a date ahead, soonest first
 * @param drift where databases are not what the data maps say, personal data first
 * @param changed verdicts that changed since {@code lastLooked}, newest first
 * @param wall all promises by activity, for the small wall beside the list
 * @param findings how many findings the charter has
 * @param lastProof when promises were last measured; empty for never
 * @param requests of people that are late or due soon, for whoever may read them
 * @param reviews of holds that are due soon or overdue, for whoever may see them
 * @param dated what is kept by a reason without a number and waits for a person
 */
public record WorkList(
    Optional<Instant> lastLooked,
    Counts counts,
    List<Item> needs,
    List<Item> due,
    List<Differs> drift,
    List<Change> changed,
    List<Wall.Group> wall,
    int findings,
    Optional<Instant> lastProof,
    Requests requests,
    Reviews reviews,
    Dated dated)
    implements View {
  /** As many changes as one reads without being asked to. */
  private static final int READ = 6;

  /**
   * Requests that are late or due within a week.
   *
   * @param today where the company is
   */
  public record Requests(List<CaseLine> lines, LocalDate today) {
    /** Nobody asks, or whoever looks may not read it. */
    public static final Requests NONE = new Requests(List.of(), LocalDate.EPOCH);

    public Requests {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Holds that somebody should look at again within a week, or should have.
   *
   * @param today where the company is
   */
  public record Reviews(List<dev.upheld.register.Holds.Hold> holds, LocalDate today) {
    /** There is none, or whoever looks may not see it. */
    public static final Reviews NONE = new Reviews(List.of(), LocalDate.EPOCH);

    public Reviews {
      holds = List.copyOf(holds);
    }
  }

  /**
   * Places whose rows wait for a review, or will within two weeks.
   *
   * @param today where the company is
   */
  public record Dated(List<Reviewing.Line> lines, LocalDate today) {
    /** There is none. */
    public static final Dated NONE = new Dated(List.of(), LocalDate.EPOCH);

    public Dated {
      lines = List.copyOf(lines);
    }
  }

  /** Without requests and reviews. */
  public WorkList(
      Optional<Instant> lastLooked,
      Counts counts,
      List<Item> needs,
      List<Item> due,
      List<Differs> drift,
      List<Change> changed,
      List<Wall.Group> wall,
      int findings,
      Optional<Instant> lastProof) {
    this(
        lastLooked,
        counts,
        needs,
        due,
        drift,
        changed,
        wall,
        findings,
        lastProof,
        Requests.NONE,
        Reviews.NONE,
        Dated.NONE);
  }

  /** The same with requests and reviews of holds and of rows. */
  public WorkList with(Requests asked, Reviews looks, Dated rows) {
    return new WorkList(
        lastLooked,
        counts,
        needs,
        due,
        drift,
        changed,
        wall,
        findings,
        lastProof,
        asked,
        looks,
        rows);
  }

  public WorkList {
    needs = List.copyOf(needs);
    due = List.copyOf(due);
    drift = List.copyOf(drift);
    changed = List.copyOf(changed);
    wall = List.copyOf(wall);
  }

  /** The changes that matter most: the worst first, of those the newest. */
  public List<Change> news() {
    return worstFirst().limit(READ).toList();
  }

  /** All other changes, in the same order; on the first day there is one for every promise. */
  public List<Change> otherNews() {
    return worstFirst().skip(READ).toList();
  }

  private Stream<Change> worstFirst() {
    return changed.stream().sorted(Comparator.comparing(Change::to));
  }

  /**
   * One thing to do.
   *
   * @param why the grounds, in evidence's words; empty text when the reason says all
   * @param owner who answers for it; empty when nobody does
   * @param date the date that matters, and what it means
   * @param action the one next step
   */
  public record Item(
      PromiseRef promise,
      Verdict verdict,
      Reason reason,
      String why,
      Optional<String> owner,
      Optional<When> date,
      Action action) {}

  /**
   * A date with its meaning.
   *
   * @param at the instant; shown as a distance from now with the date beside it
   */
  public record When(Sense sense, Instant at) {}

  /** What a date means. */
  public enum Sense {
    /** Since when it is so. */
    SINCE,
    /** When the owner wanted it mended. */
    DUE,
    /** When what was attested ends. */
    ENDS,
    /** When the promise will break by itself. */
    BREAKS,
    /** When the evidence will be too old to count at all. */
    AGES
  }

  /** Why an item stands on the list. */
  public enum Reason {
    /** Broken, and nobody has acknowledged it. */
    BROKEN_NEW,
    /** Broken and acknowledged: the owner mends it. */
    BROKEN_KNOWN,
    /** A doubt only a person can settle. */
    DOUBT,
    /** It will break by a known date. */
    WILL_BREAK,
    /** The evidence grows old. */
    EVIDENCE_OLD,
    /** A measurement failed or could not see everything. */
    NOT_SEEN,
    /** Only a person can confirm it, and nobody has. */
    TO_ATTEST,
    /** What was attested ends soon, or ended. */
    ATTESTATION_ENDS,
    /** Nobody answers for it. */
    NO_OWNER
  }

  /** The next step. */
  public enum Action {
    ACKNOWLEDGE,
    ASSIGN,
    ATTEST,
    PROVE,
    OPEN
  }

  /** The differences one reads first. */
  public List<Differs> foremost() {
    return drift.stream().limit(READ).toList();
  }

  /** All others, in the same order. */
  public List<Differs> furthermore() {
    return drift.stream().skip(READ).toList();
  }

  /**
   * Where a database is not what its data map says.
   *
   * @param name the system and the table, and the column where it is about one
   * @param sentence what is so, never a value
   * @param href where it is reviewed
   */
  public record Differs(
      String name,
      Difference difference,
      Holds holds,
      String sentence,
      Instant since,
      Proposal proposal,
      String href) {}

  /** How they differ. */
  public enum Difference {
    NEW_TABLE,
    NEW_COLUMN,
    NEW_LINK,
    GONE_TABLE,
    GONE_COLUMN,
    GONE_LINK,
    CHANGED_CONTENT
  }

  /** What it holds, as far as can be told. */
  public enum Holds {
    PERSONAL,
    UNSURE,
    NOT_PERSONAL
  }

  /** What is proposed to make them agree. */
  public enum Proposal {
    /** Say what it holds, or that it is technical. */
    DECIDE,
    /** Take it out of the data map. */
    TAKE_OUT,
    /** Say whose rows they are. */
    LINK
  }

  /**
   * A verdict that changed.
   *
   * @param why in evidence's words
   */
  public record Change(PromiseRef promise, Verdict from, Verdict to, Instant at, String why) {}
}
