package dev.upheld.probe.keep;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Draft;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.PromiseResult;
import dev.upheld.store.Store;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The only way proof gets into the store. Each call is one transaction: what is promised or seen,
 * its journal entries, every change of a verdict it brings or time brought meanwhile, and the
 * queued telling of it, all or nothing. Thread-safe; several servers may keep at once.
 */
public final class Keeper {
  private static final Logger LOG = Logger.getLogger(Keeper.class.getName());

  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final Function<PromiseId, Freshness> freshness;
  private final Teller teller;
  private final Map<String, List<Statement>> entered = new ConcurrentHashMap<>();

  /**
   * @param freshness how long a measurement of each promise counts
   * @param teller hears of every change somebody must hear of
   */
  public Keeper(
      Store store,
      Journal journal,
      InstantSource clock,
      Function<PromiseId, Freshness> freshness,
      Teller teller) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    this.freshness = freshness;
    this.teller = teller;
  }

  /**
   * Records what a company promises now. What it no longer promises stays as history; promises of
   * other companies are left alone. What is worded or bound anew is due at once.
   *
   * <p>What this keeper entered last is not entered again as long as it says the same: of two
   * servers that differ the one that changed last counts, and they do not take turns.
   *
   * @param company first part of the ids
   * @return how many statements began, changed or ended
   */
  public int register(String company, List<Statement> today) {
    return today.equals(entered.get(company)) ? 0 : restore(company, today);
  }

  /** The same, whatever this keeper or another one entered before. */
  public int restore(String company, List<Statement> today) {
    int size = store.inTransaction(tx -> entered(open(tx), company, today));
    entered.put(company, List.copyOf(today));
    return size;
  }

  /** The same, but only where nothing of that company is in the register. */
  public int begin(String company, List<Statement> today) {
    return store.inTransaction(
        tx -> {
          Page page = open(tx);
          boolean there =
              page.before().statements().keySet().stream()
                  .anyMatch(p -> p.company().equals(company));
          return there ? 0 : entered(page, company, today);
        });
  }

  private int entered(Page page, String company, List<Statement> today) {
    Registration registration = Registration.of(page.before().statements(), company, today);
    enter(page, registration, List.of(), Optional.empty());
    Registration.due(page.tx(), registration.begun(), clock.instant());
    return registration.size();
  }

  /**
   * Keeps evidence.
   *
   * @param evidence dated by this server's clock; dated anew where that clock disagrees with what
   *     is recorded, so that what is recorded later is never hidden behind it (see {@link Dating})
   * @param who the person it comes from; empty for a measurement
   * @param also runs first in the same transaction; what it throws undoes all
   * @param then runs last in it, with what was kept
   * @return as kept, in the same order
   */
  public List<Piece> keep(
      List<Evidence> evidence, Optional<ReferenceId> who, Before also, After then) {
    return store.inTransaction(
        tx -> {
          also.run(tx);
          Page page = open(tx);
          Registration none = Registration.none(page.before().statements());
          List<Piece> kept = enter(page, none, evidence, who).evidence();
          then.run(tx, kept);
          return kept;
        });
  }

  /** Keeps what was measured. */
  public List<Piece> keep(List<Evidence> evidence) {
    return keep(evidence, Optional.empty(), tx -> {}, (tx, kept) -> {});
  }

  /**
   * Keeps what a run saw: its evidence, and where the data map was not true any more.
   *
   * @param also runs first in the same transaction; what it throws undoes all
   */
  public List<Piece> keep(List<PromiseResult> results, Before also) {
    return keep(
        results.stream().flatMap(r -> r.evidence().stream()).toList(),
        Optional.empty(),
        also,
        (tx, kept) ->
            DriftBook.keep(tx, journal, clock.instant().truncatedTo(ChronoUnit.MICROS), results));
  }

  /**
   * Records the changes that time alone has brought, and tells what commands left to be told about
   * the companies this keeper registered.
   *
   * @return how many
   */
  public int watch() {
    return store.inTransaction(
        tx -> {
          Page page = open(tx);
          Registration none = Registration.none(page.before().statements());
          int changes = enter(page, none, List.of(), Optional.empty()).changes();
          tell(tx, Untold.take(tx, entered.keySet()));
          return changes;
        });
  }

  /** What runs first in the transaction of keeping. */
  @FunctionalInterface
  public interface Before {
    /** Throws to undo all. */
    void run(DSLContext tx);
  }

  /** What runs last in the transaction of keeping. */
  @FunctionalInterface
  public interface After {
    /** Throws to undo all. */
    void run(DSLContext tx, List<Piece> kept);
  }

  /**
   * The book, locked, and the instant at which this transaction writes.
   *
   * @param behind how far this server's clock is behind what is recorded; zero mostly
   */
  private record Page(DSLContext tx, Book before, Instant now, Duration behind) {}

  private record Entered(List<Piece> evidence, int changes) {}

  private Page open(DSLContext tx) {
    Instant watched = Ledger.lock(tx);
    Instant clockNow = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Strictly later than all before, so that what is recorded has one order on every server.
    Instant now = clockNow.isAfter(watched) ? clockNow : watched.plus(Timeline.TICK);
    Duration behind =
        watched.isAfter(clockNow) ? Duration.between(clockNow, watched) : Duration.ZERO;
    return new Page(tx, Ledger.read(tx, watched), now, behind);
  }

  private List<Evidence> dated(List<Evidence> evidence, Page page) {
    if (!evidence.isEmpty() && page.behind().compareTo(Freshness.daily().skew()) > 0) {
      LOG.log(
          Level.WARNING,
          "This server''s clock is {0} minutes behind what was recorded earlier, here or by another"
              + " server: set the clocks. Until it has caught up, evidence is dated when it is"
              + " kept.",
          page.behind().toMinutes());
    }
    return evidence.stream()
        .map(e -> new Dating(page.now(), page.behind(), freshness.apply(e.promise()).skew()).of(e))
        .toList();
  }

  private Entered enter(
      Page page, Registration statements, List<Evidence> evidence, Optional<ReferenceId> who) {
    List<Evidence> dated = dated(evidence, page);
    List<Change> changes =
        new Changes(page.before(), page.now(), freshness)
            .of(statements.after(), together(recalled(page, statements), dated));
    Writing writing = new Writing(page.tx(), page.now());
    List<Draft> drafts = new ArrayList<>(statements.drafts());
    dated.forEach(e -> drafts.add(Drafts.of(e, who)));
    changes.forEach(c -> drafts.add(Drafts.of(c)));
    List<Long> entries = numbers(journal.append(page.tx(), drafts), statements.drafts().size());
    List<Piece> kept =
        Stream.iterate(0, i -> i < dated.size(), i -> i + 1)
            .map(i -> new Piece(dated.get(i), entries.get(i)))
            .toList();
    writing.ended(statements.ended());
    writing.begun(statements.begun());
    writing.evidence(kept);
    writing.changes(changes, entries.subList(dated.size(), entries.size()));
    writing.watched();
    tell(page.tx(), changes.stream().filter(Change::told).toList());
    return new Entered(kept, changes.size());
  }

  private void tell(DSLContext tx, List<Change> changes) {
    if (!changes.isEmpty()) {
      teller.tell(tx, changes);
    }
  }

  /** What was seen of a wording or binding that comes back counts again. */
  private static List<Evidence> recalled(Page page, Registration statements) {
    return statements.begun().isEmpty()
        ? List.of()
        : Ledger.recall(page.tx(), statements.begun().stream().map(Statement::digest).toList());
  }

  private static List<Evidence> together(List<Evidence> some, List<Evidence> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Long> numbers(List<EntryId> ids, int skip) {
    return ids.stream().skip(skip).map(EntryId::sequence).toList();
  }
}
