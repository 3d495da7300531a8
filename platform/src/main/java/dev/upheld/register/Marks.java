package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_MARK;
import static dev.upheld.store.generated.Tables.REGISTER_MARK_OF_PERSON;

import dev.upheld.store.generated.tables.records.RegisterMarkRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * States of people's data that all duties respect. The person is known by fingerprints alone; the
 * words about it stay in the file of the request, or sealed with a key of their own.
 */
public final class Marks {
  private Marks() {}

  /** What a mark means. */
  public enum Kind {
    /** Kept still (GDPR Art. 18): stored, not otherwise processed, not erased. */
    RESTRICTION,
    /** Not to be erased, because of a dispute or an authority. */
    HOLD,
    /** Not to be used for some activities (GDPR Art. 21). */
    OBJECTION,
    /** Consent to some activities was taken back (GDPR Art. 7(3)). */
    WITHDRAWAL;

    /** What keeps data from being erased. */
    public static final Set<Kind> BARS = Set.of(RESTRICTION, HOLD);

    /** As tables and the journal write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A mark.
   *
   * @param request reference of the request it was set for; empty for a hold
   * @param activities those it is about; empty means all
   * @param told when the person was told that it will be lifted; empty as long as they were not
   * @param lifted empty as long as it is in force
   * @param work what became of the markers in live databases
   */
  public record Mark(
      UUID id,
      Kind kind,
      Optional<String> request,
      List<String> activities,
      Instant since,
      Optional<Instant> told,
      Optional<Instant> lifted,
      Work work) {
    public Mark {
      activities = List.copyOf(activities);
    }
  }

  /**
   * What became of the markers in live databases.
   *
   * @param waits whether it is still to be done
   * @param receipt what was done last, as JSON
   * @param stopped why it does not go on
   */
  public record Work(boolean waits, Optional<String> receipt, Optional<String> stopped) {}

  /**
   * A mark to be set.
   *
   * @param prints of every identifier known of the person; see {@link Fingerprints}
   * @param carry whether markers have to be written in live databases
   */
  public record Setting(
      Kind kind, String request, Collection<String> activities, Set<String> prints, boolean carry) {
    public Setting {
      activities = List.copyOf(activities);
      prints = Set.copyOf(prints);
    }
  }

  /**
   * Sets a mark; where one is in force for the request already nothing happens.
   *
   * @return the mark; empty where there was one already
   */
  public static Optional<Mark> set(DSLContext tx, Setting setting, Instant now) {
    if (of(tx, setting.kind(), setting.request()).isPresent()) {
      return Optional.empty();
    }
    RegisterMarkRecord row = tx.newRecord(REGISTER_MARK);
    row.setId(UUID.randomUUID());
    row.setKind(setting.kind().word());
    row.setRequest(setting.request());
    row.setActivities(setting.activities().toArray(String[]::new));
    row.setSince(now);
    row.setSecret(false);
    row.setWanted(setting.carry());
    row.insert();
    people(tx, row.getId(), setting.prints());
    return Optional.of(mark(row));
  }

  /** Notes whom a mark is about; one it is about already stays. */
  static void people(DSLContext tx, UUID mark, Set<String> prints) {
    tx.batch(
            prints.stream()
                .map(
                    print ->
                        tx.insertInto(REGISTER_MARK_OF_PERSON)
                            .set(REGISTER_MARK_OF_PERSON.MARK, mark)
                            .set(REGISTER_MARK_OF_PERSON.FINGERPRINT, print)
                            .onConflictDoNothing())
                .toList())
        .execute();
  }

  /** Notes more by which the person is known, found when their data was looked at. */
  public static void alsoKnown(DSLContext tx, Mark mark, Set<String> prints) {
    people(tx, mark.id(), prints);
  }

  /** The mark of a request that is in force. */
  public static Optional<Mark> of(DSLContext tx, Kind kind, String request) {
    return tx.selectFrom(REGISTER_MARK)
        .where(REGISTER_MARK.REQUEST.eq(request))
        .and(REGISTER_MARK.KIND.eq(kind.word()))
        .and(REGISTER_MARK.LIFTED.isNull())
        .fetchOptional(Marks::mark);
  }

  /** All marks that were ever set for a request, the newest first. */
  public static List<Mark> all(DSLContext tx, String request) {
    return tx.selectFrom(REGISTER_MARK)
        .where(REGISTER_MARK.REQUEST.eq(request))
        .orderBy(REGISTER_MARK.SINCE.desc())
        .fetch(Marks::mark);
  }

  /** A mark by its id. */
  public static Optional<Mark> find(DSLContext tx, UUID id) {
    return tx.selectFrom(REGISTER_MARK).where(REGISTER_MARK.ID.eq(id)).fetchOptional(Marks::mark);
  }

  /** Marks whose markers in live databases are still to be written or taken back. */
  public static List<Mark> waiting(DSLContext tx) {
    return tx.selectFrom(REGISTER_MARK)
        .where(REGISTER_MARK.WANTED)
        .orderBy(REGISTER_MARK.SINCE)
        .fetch(Marks::mark);
  }

  static Mark mark(RegisterMarkRecord row) {
    return new Mark(
        row.getId(),
        kind(row.getKind()),
        Optional.ofNullable(row.getRequest()),
        Arrays.asList(row.getActivities()),
        row.getSince(),
        Optional.ofNullable(row.getTold()),
        Optional.ofNullable(row.getLifted()),
        new Work(
            row.getWanted(),
            Optional.ofNullable(row.getReceipt()),
            Optional.ofNullable(row.getStopped())));
  }

  private static Kind kind(String word) {
    return Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Notes that the person was told that it will be lifted. */
  public static void told(DSLContext tx, Mark mark, Instant now) {
    tx.update(REGISTER_MARK)
        .set(REGISTER_MARK.TOLD, now)
        .where(REGISTER_MARK.ID.eq(mark.id()))
        .execute();
  }

  /** Lifts it; the fingerprints go. What was written for it is to be taken back. */
  public static void lift(DSLContext tx, Mark mark, Instant now) {
    tx.update(REGISTER_MARK)
        .set(REGISTER_MARK.LIFTED, now)
        .set(REGISTER_MARK.WANTED, mark.work().waits() || mark.work().receipt().isPresent())
        .setNull(REGISTER_MARK.STOPPED)
        .where(REGISTER_MARK.ID.eq(mark.id()))
        .execute();
    tx.deleteFrom(REGISTER_MARK_OF_PERSON)
        .where(REGISTER_MARK_OF_PERSON.MARK.eq(mark.id()))
        .execute();
  }

  /** Ends a mark for which nothing was written anywhere; the fingerprints go. */
  public static void end(DSLContext tx, Mark mark, Instant now) {
    lift(tx, mark, now);
    tx.update(REGISTER_MARK)
        .set(REGISTER_MARK.WANTED, false)
        .where(REGISTER_MARK.ID.eq(mark.id()))
        .execute();
  }

  /** Notes that the markers in live databases are as they should be. */
  public static void carried(DSLContext tx, Mark mark, String receipt) {
    tx.update(REGISTER_MARK)
        .set(REGISTER_MARK.WANTED, false)
        .set(REGISTER_MARK.RECEIPT, receipt)
        .setNull(REGISTER_MARK.STOPPED)
        .where(REGISTER_MARK.ID.eq(mark.id()))
        .execute();
  }

  /** Notes why the markers could not be written; it is tried again. */
  public static void stopped(DSLContext tx, Mark mark, String why) {
    tx.update(REGISTER_MARK)
        .set(REGISTER_MARK.STOPPED, why)
        .where(REGISTER_MARK.ID.eq(mark.id()))
        .execute();
  }

  /** Whether a mark of one of these kinds is in force, about whomever. */
  static boolean anyOf(DSLContext tx, Set<Kind> kinds) {
    return tx.fetchExists(
        REGISTER_MARK,
        REGISTER_MARK
            .KIND
            .in(kinds.stream().map(Kind::word).toList())
            .and(REGISTER_MARK.OF_ROWS.isFalse())
            .and(REGISTER_MARK.LIFTED.isNull()));
  }

  /** What is in force about whoever has one of these fingerprints, in one query. */
  public static Map<String, List<Standing>> among(DSLContext tx, Collection<String> prints) {
    Map<String, List<Standing>> found = new LinkedHashMap<>();
    if (prints.isEmpty()) {
      return found;
    }
    tx.select(
            REGISTER_MARK_OF_PERSON.FINGERPRINT,
            REGISTER_MARK.KIND,
            REGISTER_MARK.ACTIVITIES,
            REGISTER_MARK.SINCE)
        .from(REGISTER_MARK_OF_PERSON)
        .join(REGISTER_MARK)
        .on(REGISTER_MARK.ID.eq(REGISTER_MARK_OF_PERSON.MARK))
        .where(
            REGISTER_MARK_OF_PERSON.FINGERPRINT.eq(
                org.jooq.impl.DSL.any(prints.toArray(String[]::new))))
        .and(REGISTER_MARK.LIFTED.isNull())
        .orderBy(REGISTER_MARK.SINCE)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.value1(), p -> new ArrayList<>())
                    .add(
                        new Standing(
                            kind(row.value2()), Arrays.asList(row.value3()), row.value4())));
    return found;
  }

  /**
   * A state that is in force about somebody.
   *
   * @param activities those it is about; empty means all
   */
  public record Standing(Kind kind, List<String> activities, Instant since) {
    public Standing {
      activities = List.copyOf(activities);
    }
  }
}
