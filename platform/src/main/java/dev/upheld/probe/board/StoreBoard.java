package dev.upheld.probe.board;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.keep.Book;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.DriftBook;
import dev.upheld.probe.keep.DriftItem;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Piece;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Standing;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.watch.Agenda;
import dev.upheld.store.Store;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The board over the store and the workspace. */
public final class StoreBoard implements Board {
  private static final int MOST_EVIDENCE = 100;
  private static final int MOST_CHANGES = 200;
  private static final int MOST_RUNS = 20;
  private static final Duration NEWS = Duration.ofDays(7);

  /** Who comes back within it is still on the same visit. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private static final Duration HISTORY = Duration.ofDays(365);

  private final Store store;
  private final Journal journal;
  private final Keeper keeper;
  private final InstantSource clock;
  private final Rules rules;
  private final AtomicReference<@Nullable Book> latest = new AtomicReference<>();

  /**
   * What the board must know of this server.
   *
   * @param policy the workspace; empty as long as it has faults
   * @param freshness how long a measurement of each promise counts
   * @param measured whether any duty measures a promise
   */
  public record Rules(
      Supplier<Optional<Snapshot>> policy,
      Function<PromiseId, Freshness> freshness,
      Predicate<Promise> measured) {}

  public StoreBoard(Store store, Journal journal, Keeper keeper, InstantSource clock, Rules rules) {
    this.store = store;
    this.journal = journal;
    this.keeper = keeper;
    this.clock = clock;
    this.rules = rules;
  }

  @Override
  public Wall wall(Wall.Filter filter) {
    return WallView.of(scenery(store.dsl()), filter);
  }

  @Override
  public WorkList workList(ReferenceId person, Optional<Instant> lastLooked) {
    Scenery scenery = scenery(store.dsl());
    Instant after = lastLooked.orElseGet(() -> scenery.now().minus(NEWS));
    List<Change> changes =
        Ledger.changedSince(store.dsl(), scenery.snapshot().company(), after, MOST_CHANGES);
    return new WorkListView(scenery, person, rules.measured()).of(changes);
  }

  @Override
  public Optional<PromiseFile> promise(PromiseId promise) {
    Scenery scenery = scenery(store.dsl());
    return Optional.ofNullable(scenery.seen().get(promise)).map(seen -> file(scenery, seen));
  }

  private PromiseFile file(Scenery scenery, Scenery.Seen seen) {
    DSLContext dsl = store.dsl();
    PromiseId id = seen.promise().id();
    List<Piece> decisive = Ledger.full(dsl, scenery.entries(seen.judgement()));
    List<Piece> pieces =
        Stream.concat(decisive.stream(), Ledger.latest(dsl, id, MOST_EVIDENCE).stream())
            .distinct()
            .limit(MOST_EVIDENCE)
            .toList();
    List<Evidence> grounds = decisive.stream().map(Piece::evidence).toList();
    Instant from = scenery.now().minus(HISTORY);
    return new PromiseFile(
        seen.promise(),
        seen.promise().header().activity().map(scenery.snapshot()::title),
        seen.judgement(),
        seen.since(),
        kept(pieces, seen),
        FileView.segments(Ledger.changes(dsl, id, from), seen.unrecorded(), from, scenery.now()),
        FileView.doubts(scenery.snapshot(), seen.promise()),
        FileView.places(scenery.snapshot(), seen.promise(), grounds),
        FileView.mend(seen.promise(), seen.judgement().verdict(), grounds),
        seen.care(),
        Acts.comments(dsl, id),
        seen.attestable());
  }

  private List<Kept> kept(List<Piece> pieces, Scenery.Seen seen) {
    Map<Long, String> documents =
        Acts.documents(store.dsl(), pieces.stream().map(Piece::entry).toList());
    String today = seen.timeline().claim().digest();
    return pieces.stream()
        .map(
            p ->
                new Kept(
                    p.evidence(),
                    p.entry(),
                    p.evidence().digest().equals(today),
                    Optional.ofNullable(documents.get(p.entry()))))
        .toList();
  }

  @Override
  public List<DriftItem> drift() {
    return DriftBook.current(store.dsl());
  }

  @Override
  public List<Finding> findings() {
    return snapshot().workspace().findings();
  }

  @Override
  public Clauses clauses() {
    return ClausesView.of(scenery(store.dsl()), rules.measured());
  }

  @Override
  public String language(PromiseId promise) {
    return snapshot().workspace().charter().publication().language(promise.toString());
  }

  @Override
  public List<ProofRun> runs() {
    return Agenda.runs(store.dsl(), MOST_RUNS).stream()
        .map(
            r ->
                new ProofRun(
                    r.getPromises(),
                    r.getBeganAt(),
                    r.getStep(),
                    r.getDone(),
                    r.getTotal(),
                    Optional.ofNullable(r.getEndedAt()),
                    Optional.ofNullable(r.getFailed())))
        .toList();
  }

  @Override
  public Optional<Instant> looked(ReferenceId person) {
    return store.inTransaction(tx -> Acts.looked(tx, person, now(), PAUSE));
  }

  @Override
  public boolean acknowledge(PromiseId promise, ReferenceId who) {
    known(promise);
    keeper.watch(); // what time has changed unseen must not be acknowledged by accident
    return store.inTransaction(
        tx -> {
          Optional<Standing> standing = Ledger.standing(tx, promise);
          return standing.isPresent()
              && Acts.acknowledge(tx, journal, by(promise, who), standing.get());
        });
  }

  @Override
  public void assign(PromiseId promise, Assigned to, ReferenceId who) {
    known(promise);
    Refusals.due(to, now());
    store.inTransaction(
        tx -> {
          Acts.assign(tx, journal, by(promise, who), to);
          return promise;
        });
  }

  @Override
  public void comment(PromiseId promise, String text, ReferenceId who) {
    known(promise);
    Refusals.comment(text);
    store.inTransaction(
        tx -> {
          Acts.comment(tx, journal, by(promise, who), text);
          return promise;
        });
  }

  @Override
  public Kept attest(PromiseId promise, Attestation attestation, ReferenceId who) {
    Promise known = known(promise);
    Refusals.attestation(known, attestation, now());
    Evidence given = evidence(known, attestation);
    String document = attestation.document();
    try {
      Piece kept =
          keeper
              .keep(
                  List.of(given),
                  Optional.of(who),
                  tx -> Repeated.refuse(tx, given, document),
                  (tx, pieces) -> Acts.document(tx, pieces.getFirst().entry(), document))
              .getFirst();
      return new Kept(kept.evidence(), kept.entry(), true, Optional.of(document));
    } catch (Repeated before) {
      return new Kept(given, before.entry(), true, Optional.of(document));
    }
  }

  /** The document's own words stay out of it: the journal keeps evidence for ever. */
  private Evidence evidence(Promise promise, Attestation attestation) {
    Snapshot snapshot = snapshot();
    Statement statement =
        snapshot.statements().stream()
            .filter(s -> s.promise().equals(promise.id()))
            .findFirst()
            .orElseThrow();
    LocalDate last = attestation.until().atZone(snapshot.workspace().zone()).toLocalDate();
    String document =
        attestation
            .digest()
            .map(d -> " with a document (SHA-256 " + d.toLowerCase(Locale.ROOT) + ")")
            .orElse(" with a document");
    return new Evidence(
        promise.id(),
        statement.digest(),
        Evidence.Source.ATTESTATION,
        Outcome.CLEAN,
        "Attested until " + last + document + ".",
        List.of(),
        new Coverage(0, 0, 0),
        now(),
        Duration.ZERO,
        List.of(),
        List.of(),
        Optional.of(attestation.until()));
  }

  @Override
  public void proveNow(PromiseId promise, ReferenceId who) {
    if (!rules.measured().test(known(promise))) {
      throw BoardProblem.NOT_MEASURED.because(
          "Nothing measures the promise " + promise + " yet.",
          "Attest it where a person may, or wait until its duty is built.");
    }
    store.inTransaction(
        tx -> {
          Agenda.ask(tx, promise, now());
          return journal.append(tx, by(promise, who).draft("promise.proof-asked", Map.of()));
        });
  }

  /** Erases who a person was from owners, comments (their words stay, unsigned) and marks. */
  public static void forget(DSLContext tx, ReferenceId person) {
    Acts.forget(tx, person);
  }

  /** What is recorded is read once, and again when something is added. */
  private Book book(DSLContext dsl) {
    Book earlier = latest.get();
    Book book = earlier == null ? Ledger.read(dsl) : Ledger.read(dsl, earlier);
    latest.set(book);
    return book;
  }

  private Scenery scenery(DSLContext dsl) {
    Snapshot snapshot = snapshot();
    return Scenery.of(snapshot, book(dsl), Acts.all(dsl), rules.freshness(), now());
  }

  private Snapshot snapshot() {
    return rules
        .policy()
        .get()
        .orElseThrow(
            () ->
                BoardProblem.NO_WORKSPACE.because(
                    "The workspace has faults, so that nothing can be said of its promises.",
                    "Run `upheld check` and mend what it says."));
  }

  private Promise known(PromiseId promise) {
    return snapshot()
        .promise(promise)
        .orElseThrow(
            () ->
                BoardProblem.NO_SUCH_PROMISE.because(
                    "The charter has no such promise.", "See the wall for those it has."));
  }

  private Acts.By by(PromiseId promise, ReferenceId who) {
    return new Acts.By(promise, who, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
