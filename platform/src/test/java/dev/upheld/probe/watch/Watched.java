package dev.upheld.probe.watch;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.job.JobTiming;
import dev.upheld.journal.Journal;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Teller;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.store.Store;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A company with two promises that are measured and one that is not. */
record Watched(Store store, InstantSource clock) {
  static final PromiseId DOORS = new PromiseId("nimbus", "doors", "watch");
  static final PromiseId WINDOWS = new PromiseId("nimbus", "windows", "watch");

  static final JobTiming FAST =
      new JobTiming(4, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5));

  Assignment assignment() {
    return new TestWorkspace()
        .promise(new Promise.Watch(TestWorkspace.header("doors", "watch"), Set.of()))
        .promise(new Promise.Watch(TestWorkspace.header("windows", "watch"), Set.of()))
        .promise(new Promise.AskFirst(TestWorkspace.header("letters", "ask-first"), "news"))
        .assignment();
  }

  ProbeSchedule schedule() {
    return ProbeSchedule.daily(ZoneOffset.UTC);
  }

  Keeper keeper(Teller teller) {
    Keeper keeper =
        new Keeper(store, new Journal(store, clock), clock, schedule()::freshness, teller);
    keeper.register("nimbus", Statement.of(assignment()));
    return keeper;
  }

  ProofWork work(Function<Promise, Outcome> finds) {
    return work(finds, Teller.NOBODY);
  }

  ProofWork work(Function<Promise, Outcome> finds, Teller teller) {
    return new ProofWork(
        store,
        keeper(teller),
        clock,
        new ProofWork.Means(
            () -> Optional.of(assignment()), new FakeProver(clock, finds), schedule()));
  }

  int kept(PromiseId promise) {
    return Ledger.latest(store.dsl(), promise, 1_000).size();
  }
}
