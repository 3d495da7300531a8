package dev.upheld.probe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.MovingClock;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Teller;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.Clause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board over the charter of the example. */
class BoardTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Snapshot DEMO =
      Snapshot.of(
          Workspaces.read(
                  Path.of("..", "examples", "demo"),
                  References.machine(),
                  LocalDate.of(2026, 11, 22))
              .workspace()
              .orElseThrow());
  private static final PromiseId KEEP = new PromiseId("nimbus", "audience-measurement", "keep");
  private static final ReferenceId ADA = new ReferenceId(UUID.randomUUID());
  private static final ReferenceId BOB = new ReferenceId(UUID.randomUUID());

  private final Store store = Stores.fresh();
  private final MovingClock clock = new MovingClock(NOW);
  private final Journal journal = new Journal(store, clock);
  private final Keeper keeper =
      new Keeper(store, journal, clock, p -> Freshness.daily(), Teller.NOBODY);
  private final Board board =
      new StoreBoard(
          store,
          journal,
          keeper,
          clock,
          new StoreBoard.Rules(
              () -> Optional.of(DEMO), p -> Freshness.daily(), p -> p.kind().equals("keep")));

  @BeforeEach
  void registered() {
    keeper.register(DEMO.company(), DEMO.statements());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Statement statement(PromiseId promise) {
    return DEMO.statements().stream()
        .filter(s -> s.promise().equals(promise))
        .findFirst()
        .orElseThrow();
  }

  private static PromiseId attestable() {
    return DEMO.workspace().promises().stream()
        .filter(p -> p.header().way() == Way.ATTEST)
        .map(Promise::id)
        .findFirst()
        .orElseThrow();
  }

  private void seen(PromiseId promise, Outcome outcome) {
    keeper.keep(
        List.of(
            new Evidence(
                promise,
                statement(promise).digest(),
                Evidence.Source.PROBE,
                outcome,
                "Seen: " + outcome + ".",
                List.of(),
                new Coverage(1, 1, 10),
                clock.instant(),
                Duration.ofMillis(5),
                List.of(new Asked("eu-main", "select 1")),
                List.of("Delete the rows."),
                Optional.empty())));
  }

  private WorkList workList() {
    return board.workList(ADA, Optional.empty());
  }

  private static void refused(BoardProblem code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
  }

  @Test
  void theWallShowsEveryPromiseAndFilters() {
    seen(KEEP, Outcome.VIOLATED);
    Wall all = board.wall(Wall.Filter.all());
    assertThat(all.tiles()).hasSize(DEMO.statements().size());
    assertThat(all.counts())
        .containsEntry(Verdict.BROKEN, 1)
        .containsEntry(Verdict.UPHELD, 0)
        .containsEntry(Verdict.UNPROVEN, all.total() - 1);
    assertThat(all.lastProof()).isPresent();
    Wall broken =
        board.wall(
            new Wall.Filter(
                Optional.of(Verdict.BROKEN),
                Optional.of(Duty.RETENTION),
                Optional.of("audience-measurement"),
                Optional.of("CC-05"),
                Optional.of("GDPR Art. 5(1)(e)"),
                " 180  DAYS"));
    assertThat(broken.tiles()).extracting(Wall.Tile::id).containsExactly(KEEP);
    Wall none =
        board.wall(
            new Wall.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "no-such-word"));
    assertThat(none.tiles()).isEmpty();
    assertThat(none.facets()).isEqualTo(all.facets());
  }

  @Test
  void clausesHaveTheVerdictsThatAreKeptAndSayWhichDutiesAreBuilt() {
    seen(KEEP, Outcome.VIOLATED);
    Clauses clauses = board.clauses();
    assertThat(clauses.lastProof()).isPresent();
    Clause keep = clause(clauses, "CC-05");
    assertThat(keep.verdict()).contains(Verdict.BROKEN);
    assertThat(keep.backing()).isEqualTo(Backing.LIVE);
    assertThat(clause(clauses, "CC-06").verdict()).contains(Verdict.UNPROVEN);
    assertThat(clause(clauses, "CC-06").backing()).isEqualTo(Backing.WAITING);
    assertThat(clauses.table().listed()).isEmpty();
    assertThat(clauses.table().findings()).isEqualTo(board.findings());
    assertThat(clauses.titles()).containsKey("audience-measurement");
  }

  private static Clause clause(Clauses clauses, String id) {
    return clauses.table().clauses().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void verdictsTurnWithTimeOnThePageBeforeAnyWatch() {
    seen(KEEP, Outcome.CLEAN);
    Instant measured = board.promise(KEEP).orElseThrow().judgement().restsOn().getFirst().at();
    clock.forward(Duration.ofHours(30));
    PromiseFile file = board.promise(KEEP).orElseThrow();
    assertThat(file.judgement().verdict()).isEqualTo(Verdict.AT_RISK);
    Instant turned = measured.plus(Duration.ofHours(26)).plusNanos(1_000);
    assertThat(file.since()).contains(turned);
    assertThat(file.history())
        .extracting(PromiseFile.Segment::verdict)
        .containsExactly(Verdict.UNPROVEN, Verdict.UPHELD, Verdict.AT_RISK);
    assertThat(file.history().getLast().from()).isEqualTo(turned);
    assertThat(file.history().getLast().to()).isEqualTo(clock.instant());
    assertThat(workList().needs())
        .filteredOn(i -> i.promise().equals(KEEP))
        .extracting(WorkList.Item::reason, WorkList.Item::action)
        .containsExactly(tuple(WorkList.Reason.EVIDENCE_OLD, WorkList.Action.PROVE));
  }

  @Test
  void aPromisesFileHasTheEvidenceInFullAndWhatToDo() {
    seen(KEEP, Outcome.VIOLATED);
    for (int i = 0; i < 120; i++) {
      clock.forward(Duration.ofHours(1));
      seen(KEEP, Outcome.UNSEEN);
    }
    PromiseFile file = board.promise(KEEP).orElseThrow();
    assertThat(file.judgement().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(file.evidence()).hasSize(100);
    Kept decisive = file.evidence().getFirst();
    assertThat(decisive.evidence().outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(decisive.evidence().asked()).containsExactly(new Asked("eu-main", "select 1"));
    assertThat(decisive.counts()).isTrue();
    assertThat(file.mend()).first().isEqualTo("Delete the rows.");
    assertThat(file.places()).contains("eu-main/visit");
    assertThat(file.promise().header().at().line()).isPositive();
    assertThat(board.promise(new PromiseId("nimbus", "no", "keep"))).isEmpty();
  }

  @Test
  void aBrokenPromiseIsAcknowledgedOnceAndAgainWhenItBreaksAgain() {
    seen(KEEP, Outcome.VIOLATED);
    assertThat(workList().needs().getFirst().reason()).isEqualTo(WorkList.Reason.BROKEN_NEW);
    assertThat(board.acknowledge(KEEP, ADA)).isTrue();
    assertThat(board.acknowledge(KEEP, BOB)).isFalse();
    WorkList.Item known = workList().needs().getFirst();
    assertThat(known.reason()).isEqualTo(WorkList.Reason.BROKEN_KNOWN);
    assertThat(known.care().acknowledged().orElseThrow().by()).contains(ADA);
    clock.forward(Duration.ofHours(1));
    seen(KEEP, Outcome.CLEAN);
    clock.forward(Duration.ofHours(1));
    seen(KEEP, Outcome.VIOLATED);
    assertThat(workList().needs().getFirst().reason()).isEqualTo(WorkList.Reason.BROKEN_NEW);
    assertThat(journal.page(0, 1_000, "promise.acknowledged")).hasSize(1);
  }

  @Test
  void anOwnerWithADayAheadMovesItToWhatIsDueUntilTheDayPasses() {
    seen(KEEP, Outcome.VIOLATED);
    board.acknowledge(KEEP, ADA);
    Instant due = Instant.parse("2026-11-30T22:59:59Z");
    board.assign(KEEP, new Assigned(Optional.of(ADA), Optional.of(due)), BOB);
    WorkList list = workList();
    assertThat(list.needs()).noneMatch(i -> i.promise().equals(KEEP));
    assertThat(list.due().getFirst().mine()).isTrue();
    assertThat(list.due().getFirst().date()).contains(new WorkList.When(WorkList.Sense.DUE, due));
    clock.set(due.plusSeconds(1));
    assertThat(workList().needs()).anyMatch(i -> i.promise().equals(KEEP));
    refused(
        BoardProblem.DUE_PAST,
        () -> board.assign(KEEP, new Assigned(Optional.of(ADA), Optional.of(NOW)), BOB));
  }

  @Test
  void whatPeopleWriteStaysOutOfTheJournalAndCanBeForgotten() {
    board.comment(KEEP, "Jane Doe of support deletes them.", ADA);
    board.assign(KEEP, new Assigned(Optional.of(ADA), Optional.empty()), BOB);
    seen(KEEP, Outcome.VIOLATED);
    board.acknowledge(KEEP, ADA);
    PromiseId attested = attestable();
    board.attest(
        attested,
        new Attestation("Minutes by Jane Doe", Optional.empty(), NOW.plusSeconds(1000)),
        ADA);
    List<Entry> entries = journal.page(0, 1_000, "");
    assertThat(entries).noneMatch(e -> e.facts().toString().contains("Jane"));
    assertThat(entries).filteredOn(e -> e.kind().equals("promise.commented")).hasSize(1);
    assertThat(entries.getLast().actor()).isEmpty();
    assertThat(journal.page(0, 1_000, "evidence.attestation").getFirst().actor()).contains(ADA);
    StoreBoard.forget(store.dsl(), ADA);
    PromiseFile file = board.promise(KEEP).orElseThrow();
    assertThat(file.comments().getFirst().by()).isEmpty();
    assertThat(file.care().owner()).isEmpty();
    assertThat(file.care().acknowledged().orElseThrow().by()).isEmpty();
  }

  @Test
  void aPersonAttestsWhereOnlyAPersonCan() {
    PromiseId promise = attestable();
    String digest = "AB".repeat(32);
    Attestation good =
        new Attestation("Minutes", Optional.of(digest), NOW.plus(Duration.ofDays(20)));
    assertThat(workList().needs())
        .filteredOn(i -> i.promise().equals(promise))
        .extracting(WorkList.Item::reason)
        .containsExactly(WorkList.Reason.TO_ATTEST);
    Kept kept = board.attest(promise, good, ADA);
    assertThat(kept.evidence().summary()).contains(digest.toLowerCase(java.util.Locale.ROOT));
    PromiseFile file = board.promise(promise).orElseThrow();
    assertThat(file.judgement().verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(file.evidence().getFirst()).isEqualTo(kept);
    assertThat(kept.document()).contains("Minutes");
    assertThat(workList().due())
        .extracting(WorkList.Item::promise, WorkList.Item::action)
        .contains(tuple(promise, WorkList.Action.ATTEST));
    clock.forward(Duration.ofDays(21));
    assertThat(workList().needs())
        .filteredOn(i -> i.promise().equals(promise))
        .extracting(WorkList.Item::reason)
        .containsExactly(WorkList.Reason.ATTESTATION_ENDS);
  }

  @Test
  void whatAnActForbidsIsRefused() {
    Instant later = NOW.plusSeconds(60);
    PromiseId promise = attestable();
    PromiseId unknown = new PromiseId("nimbus", "no", "keep");
    refused(
        BoardProblem.NOT_ATTESTABLE,
        () -> board.attest(KEEP, new Attestation("d", Optional.empty(), later), ADA));
    refused(
        BoardProblem.DOCUMENT,
        () -> board.attest(promise, new Attestation(" ", Optional.empty(), later), ADA));
    refused(
        BoardProblem.DIGEST,
        () -> board.attest(promise, new Attestation("d", Optional.of("ab"), later), ADA));
    refused(
        BoardProblem.UNTIL_PAST,
        () -> board.attest(promise, new Attestation("d", Optional.empty(), NOW), ADA));
    Instant far = NOW.plus(Duration.ofDays(5 * 366 + 1));
    refused(
        BoardProblem.UNTIL,
        () -> board.attest(promise, new Attestation("d", Optional.empty(), far), ADA));
    refused(
        BoardProblem.DUE_PAST,
        () -> board.assign(KEEP, new Assigned(Optional.empty(), Optional.of(NOW)), ADA));
    refused(
        BoardProblem.DUE,
        () -> board.assign(KEEP, new Assigned(Optional.empty(), Optional.of(far)), ADA));
    refused(BoardProblem.COMMENT, () -> board.comment(KEEP, "x".repeat(4_001), ADA));
    refused(BoardProblem.NO_SUCH_PROMISE, () -> board.acknowledge(unknown, ADA));
    refused(BoardProblem.NOT_MEASURED, () -> board.proveNow(promise, ADA));
  }

  @Test
  void askingForProofMakesItDueAndIsJournalled() {
    board.proveNow(KEEP, ADA);
    board.proveNow(KEEP, ADA);
    assertThat(journal.page(0, 1_000, "promise.proof-asked")).hasSize(2);
    assertThat(board.runs()).isEmpty();
  }

  @Test
  void theListRemembersWhenSomebodyLooked() {
    assertThat(board.looked(ADA)).isEmpty();
    clock.forward(Duration.ofMinutes(31));
    seen(KEEP, Outcome.VIOLATED);
    Optional<Instant> before = board.looked(ADA);
    assertThat(before).contains(NOW);
    assertThat(board.workList(ADA, before).changed())
        .extracting(WorkList.Change::promise, WorkList.Change::to)
        .containsExactly(tuple(KEEP, Verdict.BROKEN));
    assertThat(board.workList(ADA, Optional.of(clock.instant().plusSeconds(1))).changed())
        .isEmpty();
    assertThat(board.findings()).hasSameSizeAs(DEMO.workspace().findings());
  }

  @Test
  void whatIsNewStaysNewForOneVisit() {
    board.looked(ADA);
    clock.forward(Duration.ofMinutes(30));
    assertThat(board.looked(ADA)).as("still the first visit").isEmpty();
    Instant left = clock.instant();
    clock.forward(Duration.ofHours(20));
    seen(KEEP, Outcome.VIOLATED);
    for (int looks = 0; looks < 5; looks++) {
      Optional<Instant> since = board.looked(ADA);
      assertThat(since).as("look %d of the second visit", looks).contains(left);
      assertThat(board.workList(ADA, since).changed()).hasSize(1);
      clock.forward(Duration.ofMinutes(25));
    }
    assertThat(board.looked(BOB)).as("another's visit is his own").isEmpty();
    clock.forward(Duration.ofMinutes(6));
    assertThat(board.looked(ADA)).contains(clock.instant().minus(Duration.ofMinutes(31)));
  }
}
