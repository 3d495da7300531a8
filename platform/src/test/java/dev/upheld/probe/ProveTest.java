package dev.upheld.probe;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProveTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem eu = workspace.system("eu-main");
  private final MemorySystem us = workspace.system("us-main");

  @BeforeEach
  void twoTablesInTwoSystems() {
    eu.table("account").text("email").row("a");
    eu.table("visit").text("ip").row("b");
    us.table("account").text("email").row("c");
    workspace.map("eu-main", place("account", "accounts").field("email", "email"));
    workspace.map("eu-main", place("visit", "visits").field("ip", "ip"));
    workspace.map("us-main", place("account", "accounts").field("email", "email"));
  }

  @Test
  void measuresInAllSystemsAndSaysWhatItSaw() {
    ProveReport report = workspace.promise(watch("accounts")).run(List.of(new RowCounter()));
    PromiseResult result = report.results().getFirst();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(result.evidence().getFirst().coverage().placesSeen()).isEqualTo(2);
    assertThat(result.evidence().getFirst().asked())
        .extracting(a -> a.system())
        .containsExactly("eu-main", "us-main");
    assertThat(report.systems())
        .extracting(SystemResult::product)
        .containsOnly(Optional.of("Memory 1"));
    assertThat(report.clauses()).containsExactly(Map.entry("CC-05", Verdict.UPHELD));
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void oneSessionForEachSystemAndAllAreClosed() {
    workspace.promise(watch("accounts")).promise(watch("visits")).run(List.of(new RowCounter()));
    assertThat(List.of(eu.opened, eu.closed, us.opened, us.closed)).containsOnly(1);
  }

  @Test
  void whatSeveralPromisesAskIsAskedOnce() {
    workspace.map("eu-main", place("account", "accounts", "unverified").field("email", "email"));
    ProveReport report =
        workspace
            .promise(watch("accounts"))
            .promise(watch("unverified"))
            .run(List.of(new RowCounter()));
    assertThat(eu.asked).hasSize(1);
    assertThat(report.results()).allMatch(r -> r.verdict() == Verdict.UPHELD);
  }

  @Test
  void equalTextsWithDifferentTestsAreAskedTwice() {
    workspace.promise(watch("accounts")).run(List.of(new TwoTests()));
    assertThat(eu.asked).hasSize(2);
  }

  @Test
  void aQuestionThatFailsTouchesOnlyItsPromise() {
    eu.beforeAsk =
        q -> {
          if (q.toString().contains("visit")) {
            throw refused(ConnectProblem.TIMED_OUT);
          }
        };
    ProveReport report =
        workspace
            .promise(watch("visits"))
            .promise(watch("accounts"))
            .run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN, Verdict.UPHELD);
    assertThat(report.results().getFirst().evidence().getFirst().reasons())
        .containsExactly("eu-main/visit: It went wrong. Mend it.");
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.UNSEEN);
  }

  @Test
  void aSystemThatIsDownIsTriedOnceAndTheOthersGoOn() {
    us.beforeOpen =
        () -> {
          throw refused(ConnectProblem.SYSTEM_DOWN);
        };
    ProveReport report =
        workspace
            .promise(watch("accounts"))
            .promise(watch("visits"))
            .run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN, Verdict.UPHELD);
    assertThat(us.opened).isEqualTo(1);
    assertThat(report.systems().getLast().silent()).isPresent();
    assertThat(report.results().getFirst().evidence().getFirst().summary())
        .contains("1 of 2 places")
        .contains("us-main/account: It went wrong.");
  }

  @Test
  void aSystemThatDiesOnTheWayIsGivenUpAfterTwoBrokenLines() {
    for (int i = 0; i < 5; i++) {
      eu.table("t" + i).text("email");
      workspace.map("eu-main", place("t" + i, "many").field("email", "email"));
    }
    eu.beforeAsk =
        q -> {
          throw refused(ConnectProblem.SYSTEM_DOWN);
        };
    ProveReport report = workspace.promise(watch("many")).run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN);
    assertThat(eu.asked).hasSize(2);
  }

  @Test
  void oneBrokenLineIsMended() {
    List<Question<?>> broken = new ArrayList<>();
    eu.beforeAsk =
        q -> {
          if (broken.isEmpty()) {
            broken.add(q);
            throw refused(ConnectProblem.SYSTEM_DOWN);
          }
        };
    ProveReport report =
        workspace
            .promise(watch("visits"))
            .promise(watch("accounts"))
            .run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN, Verdict.UPHELD);
  }

  @Test
  void aSystemWhoseReferenceCannotBeResolvedIsSilentWithThatReason() {
    workspace.unresolved(
        "us-main", Problem.of(ConnectProblem.BAD_OPTION, "DB_HOST is not set.", "Set it."));
    ProveReport report = workspace.promise(watch("accounts")).run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN);
    assertThat(report.results().getFirst().evidence().getFirst().reasons().getFirst())
        .contains("DB_HOST is not set.");
  }

  @Test
  void anUnknownKindOfSystemIsSaid() {
    Prove prove =
        new Prove(
            List.of(us),
            List.of(new RowCounter()),
            java.time.InstantSource.fixed(TestWorkspace.NOW),
            Progress.SILENT);
    ProveReport report = prove.run(workspace.promise(watch("visits")).assignment());
    assertThat(report.results().getFirst().evidence().getFirst().reasons().getFirst())
        .contains("no connector for systems of kind memory-eu-main");
  }

  @Test
  void aDeclaredSystemIsAGapAndNotAFailureOfIts() {
    workspace.declared("partner", "IE").map("partner", place("mail", "visits").field("m", "email"));
    ProveReport report = workspace.promise(watch("visits")).run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UNPROVEN);
    assertThat(report.systems()).anyMatch(s -> s.declaredOnly() && s.silent().isEmpty());
    assertThat(report.results().getFirst().evidence().getFirst().reasons().getFirst())
        .contains("only declared");
  }

  @Test
  void withoutADutyOrAnAttestationItSaysSo() {
    Promise unbuilt = new Promise.Review(header("risk", "review"), "risks", Optional.empty());
    Promise attested =
        new Promise.Review(header("risk", "review-2", Way.ATTEST), "funds", Optional.empty());
    ProveReport report =
        workspace.promise(unbuilt).promise(attested).run(List.of(new RowCounter()));
    assertThat(report.results())
        .extracting(PromiseResult::cause)
        .containsExactly(ExitCode.Cause.NO_DUTY, ExitCode.Cause.NO_ATTESTATION);
    assertThat(report.results().getFirst().unmeasured())
        .hasValueSatisfying(why -> assertThat(why).contains("risk"));
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.HOLDS);
    assertThat(report.exitCode(true)).isEqualTo(ExitCode.UNSEEN);
  }

  @Test
  void aFaultOfOursNeverShowsItsMessage() {
    eu.beforeAsk =
        q -> {
          throw new IllegalStateException("jane.doe@example.org");
        };
    ProveReport report =
        workspace
            .promise(watch("visits"))
            .promise(watch("accounts"))
            .run(List.of(new RowCounter()));
    assertThat(report.results().getFirst().evidence().getFirst().reasons().getFirst())
        .contains("IllegalStateException")
        .doesNotContain("jane.doe");
  }

  @Test
  void aJudgeThatFailsTouchesOnlyItsPromise() {
    ProveReport report =
        workspace.promise(watch("accounts")).promise(watch("fault")).run(List.of(new RowCounter()));
    assertThat(verdicts(report)).containsExactly(Verdict.UPHELD, Verdict.UNPROVEN);
    assertThat(report.results().getLast().cause()).isEqualTo(ExitCode.Cause.NOT_SEEN);
    leavesATrace(report.results().getLast());
  }

  @Test
  void aPlanThatFailsTouchesOnlyItsPromiseAndLeavesATrace() {
    Promise attested =
        new Promise.Review(header("plan", "review", Way.ATTEST), "funds", Optional.empty());
    ProveReport report =
        workspace
            .promise(watch("accounts"))
            .promise(watch("plan"))
            .promise(attested)
            .run(List.of(new FailingPlan()));
    assertThat(verdicts(report))
        .containsExactly(Verdict.UPHELD, Verdict.UNPROVEN, Verdict.UNPROVEN);
    leavesATrace(report.results().get(1));
    // nothing would ever replace it, and the word of whoever attests it would not count
    assertThat(report.results().get(2).evidence()).isEmpty();
    assertThat(report.results().get(2).cause()).isEqualTo(ExitCode.Cause.NOT_SEEN);
  }

  private static void leavesATrace(PromiseResult failed) {
    Evidence evidence = failed.evidence().getFirst();
    assertThat(evidence.outcome()).isEqualTo(Outcome.UNSEEN);
    assertThat(evidence.source()).isEqualTo(Evidence.Source.PROBE);
    assertThat(evidence.digest()).hasSize(64);
    assertThat(evidence.toString()).contains("IllegalStateException").doesNotContain("jane.doe");
    assertThat(failed.judgement().restsOn()).containsExactly(evidence);
  }

  private static final class FailingPlan extends RowCounter {
    @Override
    public boolean measures(Promise promise) {
      return true;
    }

    @Override
    public ProbePlan plan(Promise promise, Scene scene) {
      if (promise.header().activity().orElseThrow().equals("plan")) {
        throw new IllegalStateException("jane.doe@example.org");
      }
      return super.plan(promise, scene);
    }
  }

  @Test
  void laterRoundsWaitForEarlierOnesInAllSystemsAndMayBeSpared() {
    List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
    eu.beforeAsk = q -> order.add("eu " + q);
    us.beforeAsk = q -> order.add("us " + q);
    ProveReport report = workspace.promise(watch("accounts")).run(List.of(new InRounds()));
    assertThat(order).hasSize(2);
    assertThat(order.getFirst()).startsWith("us ");
    assertThat(order.getLast()).startsWith("eu ");
    assertThat(report.results().getFirst().evidence().getFirst().summary()).isEqualTo("1 spared");
  }

  @Test
  void stoppingEndsTheStatementsAndTheRun() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    eu.beforeAsk =
        q -> {
          asking.countDown();
          await(cancelled);
          throw refused(ConnectProblem.CANCELLED);
        };
    eu.onCancel = cancelled::countDown;
    workspace.promise(watch("visits")).promise(watch("accounts"));
    Prove prove = workspace.prove(List.of(new RowCounter()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var run = threads.submit(() -> prove.run(workspace.assignment()));
      await(asking);
      prove.cancel();
      assertThatThrownBy(() -> run.get(20, TimeUnit.SECONDS)).hasMessageContaining("stopped");
    }
    assertThat(eu.asked).hasSize(1);
    assertThat(List.of(eu.closed, us.closed)).containsOnly(1);
  }

  @Test
  void aRunStoppedBeforeItBeginsAsksNothing() {
    Prove prove = workspace.promise(watch("visits")).prove(List.of(new RowCounter()));
    prove.cancel();
    assertThatThrownBy(() -> prove.run(workspace.assignment()))
        .isInstanceOf(ProblemException.class);
    assertThat(eu.asked).isEmpty();
  }

  @Test
  void saysHowFarItIs() {
    var steps = new ConcurrentLinkedQueue<String>();
    workspace.promise(watch("accounts"));
    workspace
        .prove(
            List.of(new RowCounter()),
            (step, done, total) -> steps.add(step + " " + done + "/" + total))
        .run(workspace.assignment());
    assertThat(steps).anyMatch(s -> s.startsWith("described") && s.endsWith("2/2"));
    assertThat(steps).anyMatch(s -> s.startsWith("measured") && s.endsWith("2/2"));
  }

  @Test
  void explainsWithoutAsking() {
    us.beforeOpen =
        () -> {
          throw refused(ConnectProblem.SYSTEM_DOWN);
        };
    Promise promise = watch("accounts");
    Explanation explained =
        workspace
            .promise(promise)
            .prove(List.of(new RowCounter()))
            .explain(workspace.assignment(), promise);
    assertThat(eu.asked).isEmpty();
    assertThat(explained.places())
        .extracting(BoundPlace::where)
        .containsExactly("eu-main/account", "us-main/account");
    assertThat(explained.queries().getFirst().texts().getFirst().text()).contains("account");
    assertThat(explained.gaps()).anyMatch(g -> g.startsWith("us-main/account: It went wrong."));
  }

  @Test
  void theDigestFollowsTheBinding() {
    workspace.promise(watch("accounts"));
    String one = digest();
    assertThat(digest()).isEqualTo(one);
    workspace.map("eu-main", place("visit", "visits").field("ip", "ip-half"));
    assertThat(digest()).as("another activity's place").isEqualTo(one);
    workspace.map("eu-main", place("account", "accounts").field("email", "login"));
    assertThat(digest()).isNotEqualTo(one);
  }

  private String digest() {
    return workspace.result(List.of(new RowCounter())).evidence().getFirst().digest();
  }

  private static List<Verdict> verdicts(ProveReport report) {
    return report.results().stream().map(PromiseResult::verdict).toList();
  }

  private static Promise watch(String activity) {
    return new Promise.Watch(header(activity, "watch"), Set.of());
  }

  private static ProblemException refused(ConnectProblem code) {
    return new ProblemException(Problem.of(code, "It went wrong.", "Mend it."));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Measures by counting the rows of every place of the activity; clean whatever it counts. */
  private static class RowCounter implements Prober {
    @Override
    public boolean measures(Promise promise) {
      return promise instanceof Promise.Watch;
    }

    @Override
    public ProbePlan plan(Promise promise, Scene scene) {
      PlanBuilder plan = new PlanBuilder(scene);
      String activity = promise.header().activity().orElseThrow();
      for (BoundPlace place : scene.places(p -> p.activities().contains(activity))) {
        if (plan.place(place)) {
          ask(plan, place);
        }
      }
      return plan.build();
    }

    void ask(PlanBuilder plan, BoundPlace place) {
      plan.ask(
          place.system(),
          place.where(),
          new Question.CountWhere(
              place.place().table(),
              Optional.empty(),
              TestPlace.notNull(place.place().fields().keySet().iterator().next())));
    }

    @Override
    public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
      if (promise.header().activity().orElseThrow().equals("fault")) {
        throw new IllegalStateException("jane.doe@example.org");
      }
      Sheet sheet = new Sheet(plan);
      replies.forEach(r -> sheet.read(r, Answer.class));
      long spared = replies.stream().filter(r -> r instanceof Reply.Spared).count();
      return sheet.observe(spared + " spared");
    }
  }

  /** Asks the same text twice, with tests that are not equal. */
  private static final class TwoTests extends RowCounter {
    @Override
    void ask(PlanBuilder plan, BoundPlace place) {
      for (int i = 0; i < 2; i++) {
        int mine = i;
        plan.ask(
            place.system(),
            place.where(),
            new Question.FindValues(
                place.place().table(),
                List.of("email"),
                dev.upheld.connect.Coarse.ANYTHING,
                Optional.empty(),
                v -> v.hashCode() == mine));
      }
    }
  }

  /** The US first, then the EU; what comes last is not needed. */
  private static final class InRounds extends RowCounter {
    @Override
    void ask(PlanBuilder plan, BoundPlace place) {
      Question<Answer.RowCount> question =
          new Question.CountWhere(
              place.place().table(), Optional.empty(), TestPlace.notNull("email"));
      int round = place.system().equals("us-main") ? 0 : 1;
      plan.ask(new Inquiry<>(place.system(), place.where(), question, new Turn(round, () -> true)));
      if (round == 1) {
        plan.ask(new Inquiry<>(place.system(), place.where(), question, new Turn(2, () -> false)));
      }
    }
  }
}
