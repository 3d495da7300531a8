package dev.upheld.probe.board;

import static dev.upheld.store.generated.Tables.PROBE_ACKNOWLEDGEMENT;
import static dev.upheld.store.generated.Tables.PROBE_CARE;
import static dev.upheld.store.generated.Tables.PROBE_COMMENT;
import static dev.upheld.store.generated.Tables.PROBE_DOCUMENT;
import static dev.upheld.store.generated.Tables.PROBE_LOOK;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.keep.Standing;
import dev.upheld.probe.keep.Statement;
import dev.upheld.store.generated.tables.records.ProbeCareRecord;
import dev.upheld.store.generated.tables.records.ProbeCommentRecord;
import dev.upheld.store.generated.tables.records.ProbeDocumentRecord;
import dev.upheld.store.generated.tables.records.ProbeLookRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What people did about promises: the tables behind it. */
final class Acts {
  private Acts() {}

  /** Who looks after each promise; those nobody ever touched are left out. */
  static Map<PromiseId, Touched> all(DSLContext dsl) {
    Map<PromiseId, Touched> touched = new HashMap<>();
    dsl.select(
            PROBE_CARE.PROMISE,
            PROBE_CARE.OWNER,
            PROBE_CARE.DUE_AT,
            PROBE_ACKNOWLEDGEMENT.CHANGE,
            PROBE_ACKNOWLEDGEMENT.PERSON,
            PROBE_ACKNOWLEDGEMENT.AT,
            PROBE_ACKNOWLEDGEMENT.PROMISE)
        .from(PROBE_CARE)
        .fullJoin(PROBE_ACKNOWLEDGEMENT)
        .on(PROBE_ACKNOWLEDGEMENT.PROMISE.eq(PROBE_CARE.PROMISE))
        .forEach(
            row -> {
              @Nullable String cared = row.value1();
              touched.put(
                  Statement.id(cared == null ? row.value7() : cared),
                  new Touched(
                      person(row.value2()),
                      Optional.ofNullable(row.value3()),
                      Optional.ofNullable(row.value4()),
                      Optional.ofNullable(row.value6())
                          .map(at -> new Care.Mark(person(row.value5()), at))));
            });
    return touched;
  }

  /**
   * What the tables say of a promise.
   *
   * @param acknowledgedChange the change of verdict that was acknowledged
   */
  record Touched(
      Optional<ReferenceId> owner,
      Optional<Instant> due,
      Optional<Long> acknowledgedChange,
      Optional<Care.Mark> mark) {
    static final Touched NEVER =
        new Touched(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As of a verdict: an acknowledgement of an earlier one is past. */
    Care care(Optional<String> named, Optional<Standing> standing) {
      boolean present = standing.map(Standing::entry).equals(acknowledgedChange);
      return new Care(named, owner, due, mark.filter(m -> present));
    }
  }

  private static Optional<ReferenceId> person(@Nullable UUID id) {
    return Optional.ofNullable(id).map(ReferenceId::new);
  }

  static boolean acknowledge(DSLContext tx, Journal journal, By by, Standing standing) {
    int changed =
        tx.insertInto(PROBE_ACKNOWLEDGEMENT)
            .set(PROBE_ACKNOWLEDGEMENT.PROMISE, by.promise().toString())
            .set(PROBE_ACKNOWLEDGEMENT.CHANGE, standing.entry())
            .set(PROBE_ACKNOWLEDGEMENT.PERSON, by.who().value())
            .set(PROBE_ACKNOWLEDGEMENT.AT, by.at())
            .onConflict(PROBE_ACKNOWLEDGEMENT.PROMISE)
            .doUpdate()
            .setAllToExcluded()
            .where(PROBE_ACKNOWLEDGEMENT.CHANGE.ne(standing.entry()))
            .execute();
    if (changed == 1) {
      journal.append(
          tx,
          by.draft(
              "promise.acknowledged",
              Map.of("verdict", standing.verdict().name(), "change", standing.entry())));
    }
    return changed == 1;
  }

  static void assign(DSLContext tx, Journal journal, By by, Assigned to) {
    tx.insertInto(PROBE_CARE)
        .set(
            new ProbeCareRecord(
                by.promise().toString(),
                to.owner().map(ReferenceId::value).orElse(null),
                to.due().orElse(null)))
        .onConflict(PROBE_CARE.PROMISE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    Map<String, Object> facts = new LinkedHashMap<>();
    to.owner().ifPresent(o -> facts.put("owner", o.toString()));
    to.due().ifPresent(d -> facts.put("due", d));
    journal.append(tx, by.draft("promise.assigned", facts));
  }

  static void comment(DSLContext tx, Journal journal, By by, String words) {
    long entry = journal.append(tx, by.draft("promise.commented", Map.of())).sequence();
    tx.insertInto(PROBE_COMMENT)
        .set(
            new ProbeCommentRecord(
                entry, by.promise().toString(), by.who().value(), by.at(), words))
        .execute();
  }

  static List<PromiseFile.Comment> comments(DSLContext dsl, PromiseId promise) {
    return dsl.selectFrom(PROBE_COMMENT)
        .where(PROBE_COMMENT.PROMISE.eq(promise.toString()))
        .orderBy(PROBE_COMMENT.ENTRY)
        .fetch(
            row -> new PromiseFile.Comment(person(row.getPerson()), row.getAt(), row.getWords()));
  }

  static void document(DSLContext tx, long entry, String words) {
    tx.insertInto(PROBE_DOCUMENT).set(new ProbeDocumentRecord(entry, words)).execute();
  }

  static Map<Long, String> documents(DSLContext dsl, List<Long> entries) {
    return dsl.selectFrom(PROBE_DOCUMENT)
        .where(PROBE_DOCUMENT.ENTRY.in(entries))
        .fetchMap(PROBE_DOCUMENT.ENTRY, PROBE_DOCUMENT.WORDS);
  }

  /** Looks that follow one another within {@code pause} are one visit. */
  static Optional<Instant> looked(DSLContext tx, ReferenceId person, Instant now, Duration pause) {
    Optional<ProbeLookRecord> last =
        tx.selectFrom(PROBE_LOOK)
            .where(PROBE_LOOK.PERSON.eq(person.value()))
            .forUpdate()
            .fetchOptional();
    Optional<Instant> since =
        last.flatMap(
            l ->
                l.getAt().plus(pause).isBefore(now)
                    ? Optional.of(l.getAt())
                    : Optional.ofNullable(l.getSince()));
    tx.insertInto(PROBE_LOOK)
        .set(PROBE_LOOK.PERSON, person.value())
        .set(PROBE_LOOK.AT, now)
        .set(PROBE_LOOK.SINCE, since.orElse(null))
        .onConflict(PROBE_LOOK.PERSON)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    return since;
  }

  static void forget(DSLContext tx, ReferenceId person) {
    UUID id = person.value();
    tx.update(PROBE_CARE)
        .set(PROBE_CARE.OWNER, (UUID) null)
        .where(PROBE_CARE.OWNER.eq(id))
        .execute();
    tx.update(PROBE_ACKNOWLEDGEMENT)
        .set(PROBE_ACKNOWLEDGEMENT.PERSON, (UUID) null)
        .where(PROBE_ACKNOWLEDGEMENT.PERSON.eq(id))
        .execute();
    tx.update(PROBE_COMMENT)
        .set(PROBE_COMMENT.PERSON, (UUID) null)
        .where(PROBE_COMMENT.PERSON.eq(id))
        .execute();
    tx.deleteFrom(PROBE_LOOK).where(PROBE_LOOK.PERSON.eq(id)).execute();
  }

  /** Who acts on what, and when. */
  record By(PromiseId promise, ReferenceId who, Instant at) {
    Draft draft(String kind, Map<String, Object> facts) {
      Map<String, Object> all = new LinkedHashMap<>(facts);
      all.put("promise", promise.toString());
      return new Draft(kind, Optional.of(who), all);
    }
  }
}
