package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_MARK;
import static dev.upheld.store.generated.Tables.REGISTER_MARK_OF_PERSON;

import dev.upheld.crypto.CaseKeys;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.register.Marks.Kind;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RegisterMarkRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds: people of whom nothing is erased for now, and rows that stay, because of a dispute or an
 * authority. Why, who answers for it and which rows is sealed with a key of the hold's own, which
 * is dropped when it is lifted. Journalled by reference alone, whether secret or not. Thread-safe.
 */
public final class Holds {
  /** A reason in characters, at least and at most. */
  public static final int SHORTEST = 10;

  /** See {@link #SHORTEST}. */
  public static final int LONGEST = 2_000;

  private static final String WORDS = "hold";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Store store;
  private final Journal journal;
  private final CaseKeys keys;
  private final InstantSource clock;

  public Holds(Store store, Journal journal, CaseKeys keys, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A hold to be set.
   *
   * @param reason why, in {@link #SHORTEST} to {@link #LONGEST} characters
   * @param owner who answers for it, in at most 200 characters
   * @param review the day somebody looks whether it is still needed
   * @param secret whether few may know of it, as where an authority forbids telling
   */
  public record New(String reason, String owner, LocalDate review, boolean secret) {
    @Override
    public String toString() {
      return "New";
    }
  }

  /**
   * A hold in force.
   *
   * @param rows what it is about; empty for a person
   */
  public record Hold(
      UUID id,
      String reason,
      String owner,
      Instant since,
      LocalDate review,
      boolean secret,
      Optional<HeldRows> rows) {
    @Override
    public String toString() {
      return "Hold[" + id + "]";
    }
  }

  private record Words(String reason, String owner, Optional<HeldRows> rows) {
    Words {
      rows = Objects.requireNonNullElse(rows, Optional.empty());
    }
  }

  /**
   * Sets one.
   *
   * @param prints of every identifier known of the person; see {@link Fingerprints}
   * @param who of the company; empty for a command
   * @throws dev.upheld.kernel.ProblemException with {@link RegisterProblem#HOLD} when a text is
   *     missing or too long, or nobody is said
   */
  public UUID set(New hold, Set<String> prints, Optional<ReferenceId> who) {
    if (prints.isEmpty()) {
      throw RegisterProblem.HOLD.because(
          "Nobody is said to be on hold.", "Give an identifier, for example: email: their address");
    }
    return set(hold, prints, Optional.empty(), who);
  }

  /**
   * Sets one on rows.
   *
   * @param who of the company; empty for a command
   * @throws dev.upheld.kernel.ProblemException with {@link RegisterProblem#HOLD} when a text is
   *     missing or too long
   */
  public UUID set(New hold, HeldRows rows, Optional<ReferenceId> who) {
    return set(hold, Set.of(), Optional.of(rows), who);
  }

  private UUID set(
      New hold, Set<String> prints, Optional<HeldRows> rows, Optional<ReferenceId> who) {
    check(hold);
    UUID id = UUID.randomUUID();
    UUID key = keys.make();
    byte[] words =
        JSON.writeValueAsString(new Words(hold.reason().strip(), hold.owner().strip(), rows))
            .getBytes(StandardCharsets.UTF_8);
    store.inTransaction(
        tx -> {
          RegisterMarkRecord row = tx.newRecord(REGISTER_MARK);
          row.setId(id);
          row.setKind(Kind.HOLD.word());
          row.setActivities(new String[0]);
          row.setSince(clock.instant().truncatedTo(ChronoUnit.MICROS));
          row.setSecret(hold.secret());
          row.setReview(hold.review());
          row.setKey(key);
          row.setWords(keys.seal(key, words, WORDS));
          row.setWanted(false);
          row.setOfRows(rows.isPresent());
          row.insert();
          Marks.people(tx, id, prints);
          Map<String, Object> facts =
              Map.of("hold", id.toString(), "review", hold.review().toString());
          return journal.append(tx, new Draft("register.hold-set", who, facts));
        });
    return id;
  }

  private static void check(New hold) {
    int reason = hold.reason().strip().length();
    int owner = hold.owner().strip().length();
    if (reason < SHORTEST || reason > LONGEST || owner == 0 || owner > 200) {
      throw RegisterProblem.HOLD.because(
          "The reason of the hold or who answers for it is missing, too short or too long.",
          "Say why in a sentence, and who answers for it.");
    }
  }

  /**
   * Those in force, the next review first.
   *
   * @param secretToo whether secret ones are told
   */
  public List<Hold> list(boolean secretToo) {
    return list(secretToo ? DSL.noCondition() : REGISTER_MARK.SECRET.isFalse());
  }

  /**
   * Those in force that somebody should look at again by this day, the most overdue first.
   *
   * @param secretToo whether secret ones are told
   */
  public List<Hold> due(LocalDate by, boolean secretToo) {
    return list(
        REGISTER_MARK
            .REVIEW
            .le(by)
            .and(secretToo ? DSL.noCondition() : REGISTER_MARK.SECRET.isFalse()));
  }

  /** Those in force about whoever has one of these fingerprints, secret ones too. */
  public List<Hold> of(Set<String> prints) {
    return list(
        REGISTER_MARK.ID.in(
            DSL.select(REGISTER_MARK_OF_PERSON.MARK)
                .from(REGISTER_MARK_OF_PERSON)
                .where(
                    REGISTER_MARK_OF_PERSON.FINGERPRINT.eq(
                        DSL.any(prints.toArray(String[]::new))))));
  }

  /** One in force; secret or not. */
  public Optional<Hold> find(UUID id) {
    return list(REGISTER_MARK.ID.eq(id)).stream().findFirst();
  }

  /**
   * Those in force that are about rows, secret ones too.
   *
   * @throws dev.upheld.kernel.ProblemException with {@link RegisterProblem#HOLD} when nobody can
   *     read which rows one is about: then none may go
   */
  public List<Hold> ofRows() {
    List<Hold> all = list(REGISTER_MARK.OF_ROWS.isTrue());
    boolean unread =
        all.stream().filter(h -> h.rows().isEmpty()).anyMatch(h -> find(h.id()).isPresent());
    if (unread) {
      throw RegisterProblem.HOLD.because(
          "Which rows a hold is about cannot be read: its key is gone.",
          "Bring the key back from your copy of the folder keys, or lift the hold.");
    }
    return all.stream().filter(h -> h.rows().isPresent()).toList(); // others were lifted meanwhile
  }

  private List<Hold> list(Condition which) {
    return store
        .dsl()
        .selectFrom(REGISTER_MARK)
        .where(REGISTER_MARK.KIND.eq(Kind.HOLD.word()))
        .and(REGISTER_MARK.LIFTED.isNull())
        .and(which)
        .orderBy(REGISTER_MARK.REVIEW, REGISTER_MARK.SINCE)
        .fetch(this::hold);
  }

  private Hold hold(RegisterMarkRecord row) {
    Words words =
        keys.open(row.getKey(), row.getWords(), WORDS)
            .map(b -> JSON.readValue(new String(b, StandardCharsets.UTF_8), Words.class))
            .orElse(new Words("", "", Optional.empty()));
    return new Hold(
        row.getId(),
        words.reason(),
        words.owner(),
        row.getSince(),
        row.getReview(),
        row.getSecret(),
        words.rows());
  }

  /**
   * Somebody looked, and it is still needed.
   *
   * @param next the day to look again
   * @return whether it was in force
   */
  public boolean reviewed(UUID id, LocalDate next, Optional<ReferenceId> who) {
    return store.inTransaction(
        tx -> {
          int changed =
              tx.update(REGISTER_MARK)
                  .set(REGISTER_MARK.REVIEW, next)
                  .where(REGISTER_MARK.ID.eq(id))
                  .and(REGISTER_MARK.KIND.eq(Kind.HOLD.word()))
                  .and(REGISTER_MARK.LIFTED.isNull())
                  .execute();
          if (changed > 0) {
            Map<String, Object> facts = Map.of("hold", id.toString(), "review", next.toString());
            journal.append(tx, new Draft("register.hold-reviewed", who, facts));
          }
          return changed > 0;
        });
  }

  /**
   * Lifts one; its words and whom it was about go.
   *
   * @return whether it was in force
   */
  public boolean lift(UUID id, Optional<ReferenceId> who) {
    Optional<UUID> key =
        store.inTransaction(
            tx ->
                tx.selectFrom(REGISTER_MARK)
                    .where(REGISTER_MARK.ID.eq(id))
                    .and(REGISTER_MARK.KIND.eq(Kind.HOLD.word()))
                    .and(REGISTER_MARK.LIFTED.isNull())
                    .forUpdate()
                    .fetchOptional()
                    .map(
                        row -> {
                          Marks.lift(tx, Marks.mark(row), clock.instant());
                          journal.append(
                              tx,
                              new Draft(
                                  "register.hold-lifted", who, Map.of("hold", id.toString())));
                          return row.getKey();
                        }));
    key.ifPresent(keys::drop); // last: a hold in force must open
    return key.isPresent();
  }
}
