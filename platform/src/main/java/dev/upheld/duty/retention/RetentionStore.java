package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_PAUSE;
import static dev.upheld.store.generated.Tables.RETENTION_RELEASE;
import static dev.upheld.store.generated.Tables.RETENTION_RUN;

import dev.upheld.engine.Expired;
import dev.upheld.journal.Draft;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionPauseRecord;
import dev.upheld.store.generated.tables.records.RetentionReleaseRecord;
import dev.upheld.store.generated.tables.records.RetentionRunRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Leaves and runs of rules, in the store; each leave and each end of a run is journalled. */
final class RetentionStore {
  /** In place of figures that nobody could count. */
  private static final String UNCOUNTED = "{}";

  private final Store store;
  private final Journal journal;

  RetentionStore(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Keeps a leave in place of an earlier one for the rule. */
  EntryId release(DSLContext tx, Rule rule, Release release, Optional<ReferenceId> who) {
    RetentionReleaseRecord row = new RetentionReleaseRecord();
    row.setRule(release.rule());
    row.setDigest(release.digest());
    row.setReleased(release.released());
    row.setDue(release.due());
    row.setRows(release.rows());
    row.setWho(who.map(ReferenceId::value).orElse(null));
    row.setSays(rule.keep().header().sentence());
    row.setEnding(rule.keep().then().id());
    tx.insertInto(RETENTION_RELEASE)
        .set(row)
        .onConflict(RETENTION_RELEASE.RULE)
        .doUpdate()
        .set(row)
        .set(RETENTION_RELEASE.WHO, row.getWho())
        .execute();
    Map<String, Object> facts =
        Map.of(
            "rule", release.rule(),
            "digest", release.digest(),
            "due", release.due(),
            "rows", release.rows());
    return journal.append(tx, new Draft("retention.released", who, facts));
  }

  /** Takes back the leave a rule has, if it has one. */
  static void takeBack(DSLContext tx, String rule) {
    tx.deleteFrom(RETENTION_RELEASE).where(RETENTION_RELEASE.RULE.eq(rule)).execute();
  }

  /** The leave a rule has, whatever it was when it was given. */
  Optional<Release> release(String rule) {
    return store
        .dsl()
        .selectFrom(RETENTION_RELEASE)
        .where(RETENTION_RELEASE.RULE.eq(rule))
        .fetchOptional(RetentionStore::release);
  }

  static Release release(RetentionReleaseRecord row) {
    return new Release(
        row.getRule(), row.getDigest(), row.getReleased(), row.getDue(), row.getRows());
  }

  /** Notes that a run begins, before anything is done. */
  void begin(Ran run) {
    store.inTransaction(tx -> tx.insertInto(RETENTION_RUN).set(row(run)).execute());
  }

  /**
   * Keeps how a run ended, whether it was noted that it began or not.
   *
   * @param speed empty where nobody measured it
   */
  void end(Ran run, Optional<Speed> speed) {
    store.inTransaction(
        tx -> {
          RetentionRunRecord row = row(run);
          speed.ifPresent(s -> row.setWent(s.rows()));
          speed.ifPresent(s -> row.setTook(s.took().toMillis()));
          tx.insertInto(RETENTION_RUN)
              .set(row)
              .onConflict(RETENTION_RUN.ID)
              .doUpdate()
              .set(row)
              .execute();
          return noted(tx, List.of(run));
        });
  }

  /** Whether somebody told the rule to do nothing for now. */
  boolean isPaused(String rule) {
    return store.dsl().fetchExists(RETENTION_PAUSE, RETENTION_PAUSE.RULE.eq(rule));
  }

  /** That somebody told the rule to do nothing for now. */
  Optional<Pause> pause(String rule) {
    return store
        .dsl()
        .selectFrom(RETENTION_PAUSE)
        .where(RETENTION_PAUSE.RULE.eq(rule))
        .fetchOptional(RetentionStore::pause);
  }

  static Pause pause(RetentionPauseRecord row) {
    return new Pause(
        row.getRule(),
        row.getSince(),
        row.getReason(),
        Optional.ofNullable(row.getWho()).map(ReferenceId::new));
  }

  private static RetentionRunRecord row(Ran run) {
    RetentionRunRecord row = new RetentionRunRecord();
    row.setId(run.id());
    row.setRule(run.rule());
    row.setDigest(run.digest());
    row.setBegan(run.began());
    run.ended().ifPresent(row::setEnded);
    row.setDue(run.due().map(DueRows::json).orElse(UNCOUNTED));
    run.done().map(Expired::json).ifPresent(row::setDone);
    run.left().map(DueRows::json).ifPresent(row::setRemaining);
    run.trouble().ifPresent(row::setTrouble);
    return row;
  }

  private static Map<String, Object> facts(Ran run) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("rule", run.rule());
    facts.put("digest", run.digest());
    facts.put("run", run.id().toString());
    run.due().ifPresent(due -> facts.put("due", due.past()));
    run.done()
        .ifPresent(
            done -> {
              Map<String, Object> places = new TreeMap<>();
              done.places().forEach((place, t) -> places.put(place, t.deleted() + t.ended()));
              facts.put("done", places);
              facts.put("kept-back", new TreeMap<String, Object>(done.keptBack()));
              facts.put("whole", done.whole());
            });
    run.left()
        .ifPresent(
            left -> {
              facts.put("left", left.past());
              left.oldest().ifPresent(oldest -> facts.put("oldest", oldest.toString()));
            });
    boolean whole = run.done().filter(Expired::whole).isPresent();
    facts.put("stopped", run.trouble().isPresent() || !whole);
    return facts;
  }

  /**
   * What there is to know of all rules before they run.
   *
   * @param since of which instant on runs count that are over; empty where none does
   */
  Noted noted(Optional<Instant> since) {
    DSLContext dsl = store.dsl();
    Map<String, Release> releases =
        dsl.selectFrom(RETENTION_RELEASE).fetchMap(RETENTION_RELEASE.RULE, RetentionStore::release);
    var last =
        DSL.lateral(
            dsl.select(RETENTION_RUN.BEGAN)
                .from(RETENTION_RUN)
                .where(RETENTION_RUN.RULE.eq(RETENTION_RELEASE.RULE))
                .and(RETENTION_RUN.DONE.isNotNull())
                .orderBy(RETENTION_RUN.NUMBER.desc())
                .limit(1));
    Map<String, Instant> began =
        dsl.select(RETENTION_RELEASE.RULE, last.field(RETENTION_RUN.BEGAN))
            .from(RETENTION_RELEASE, last)
            .fetchMap(Record2::value1, Record2::value2);
    return new Noted(
        releases,
        dsl.select(RETENTION_PAUSE.RULE).from(RETENTION_PAUSE).fetchSet(RETENTION_PAUSE.RULE),
        began,
        dsl.select(RETENTION_RUN.RULE)
            .from(RETENTION_RUN)
            .where(RETENTION_RUN.ENDED.isNull())
            .fetchSet(RETENTION_RUN.RULE),
        since.map(from -> over(releases.keySet(), from)).orElse(Set.of()));
  }

  private Set<String> over(Set<String> rules, Instant since) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.in(rules))
        .and(RETENTION_RUN.BEGAN.ge(since))
        .and(RETENTION_RUN.ENDED.isNotNull())
        .fetch(RetentionStore::ran)
        .stream()
        .filter(Ran::isOver)
        .map(Ran::rule)
        .collect(Collectors.toSet());
  }

  /** Keeps runs that had nothing to do, all or none. */
  void idle(List<Ran> runs) {
    if (!runs.isEmpty()) {
      var _ =
          store.inTransaction(
              tx -> {
                tx.batchInsert(runs.stream().map(RetentionStore::row).toList()).execute();
                return noted(tx, runs);
              });
    }
  }

  /** Journals the ends of runs, and makes their certificates. */
  private int noted(DSLContext tx, List<Ran> runs) {
    List<Draft> drafts = runs.stream().map(run -> Draft.of("retention.ran", facts(run))).toList();
    return Certificates.keep(tx, runs, journal.append(tx, drafts));
  }

  /** Runs of a rule, the newest first. */
  List<Ran> runs(String rule, int atMost) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.eq(rule))
        .orderBy(RETENTION_RUN.BEGAN.desc())
        .limit(atMost)
        .fetch(RetentionStore::ran);
  }

  /** The run that was noted last and did its work, whatever the clock said then. */
  Optional<Ran> last(String rule) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.eq(rule))
        .and(RETENTION_RUN.DONE.isNotNull())
        .orderBy(RETENTION_RUN.NUMBER.desc())
        .limit(1)
        .fetchOptional(RetentionStore::ran);
  }

  /** The right to run a rule; empty where another run has it. */
  Optional<RuleTurn> turn(String rule) {
    return RuleTurn.take(store, rule);
  }

  /** Runs of a rule of which nobody noted the end. */
  List<Ran> open(String rule) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.eq(rule))
        .and(RETENTION_RUN.ENDED.isNull())
        .orderBy(RETENTION_RUN.BEGAN)
        .fetch(RetentionStore::ran);
  }

  static Ran ran(RetentionRunRecord row) {
    UUID id = row.getId();
    return new Ran(
        id,
        row.getRule(),
        row.getDigest(),
        row.getBegan(),
        Optional.ofNullable(row.getEnded()),
        Optional.of(row.getDue()).filter(due -> !due.equals(UNCOUNTED)).map(DueRows::of),
        Optional.ofNullable(row.getDone()).map(Expired::of),
        Optional.ofNullable(row.getRemaining()).map(DueRows::of),
        Optional.ofNullable(row.getTrouble()));
  }
}
