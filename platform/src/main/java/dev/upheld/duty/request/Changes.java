package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CHANGE;

import dev.upheld.duty.request.Acts.Told;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is right about a person who asked for a correction (GDPR Art. 16), as an operator read it in
 * their words. Sealed with the key of the case. Thread-safe.
 */
public final class Changes {
  /** The right that is asked for. */
  public static final String RIGHT = "rectification";

  /** How many words one request corrects at most. */
  public static final int MOST = 20;

  private static final int LONGEST = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Acts acts;

  Changes(Desk desk, Acts acts) {
    this.desk = desk;
    this.acts = acts;
  }

  /**
   * One word.
   *
   * @param word of the charter: {@code email}
   * @param from what is wrong; empty text for whatever stands there
   * @param to what is right
   */
  public record Line(String word, String from, String to) {
    @Override
    public String toString() {
      return "Line[" + word + "]";
    }
  }

  /** What was written; empty where nothing was, or the file was erased. */
  public List<Line> of(CaseRef ref) {
    DSLContext dsl = desk.store().dsl();
    return dsl.selectFrom(REQUEST_CHANGE)
        .where(REQUEST_CHANGE.REF.eq(ref.value()))
        .fetchOptional()
        .flatMap(
            row ->
                desk.cases()
                    .find(dsl, ref)
                    .flatMap(
                        file -> desk.keys().open(file.getKey(), row.getSealed(), context(ref))))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> JSON.readValue(text, new TypeReference<List<Line>>() {}))
        .orElse(List.of());
  }

  private static String context(CaseRef ref) {
    return ref.value() + ":change";
  }

  /**
   * Notes what is right, in place of what was noted before. A plan made before is not carried out
   * any more.
   *
   * @throws dev.upheld.kernel.ProblemException when no correction is asked for, or the lines say
   *     nothing
   */
  public void write(CaseRef ref, List<Line> lines, ReferenceId who) {
    List<Line> plain =
        lines.stream()
            .map(l -> new Line(l.word().strip(), l.from().strip(), l.to().strip()))
            .toList();
    if (plain.isEmpty()
        || plain.size() > MOST
        || plain.stream().map(Line::word).distinct().count() < plain.size()
        || plain.stream().anyMatch(l -> !isSound(l))) {
      throw RequestProblem.WORDS.because(
          "A word or its right value is missing, is there twice, or is too long.",
          "Choose each word once and write what is right.");
    }
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          refuseUnasked(on);
          put(on.tx(), on.row(), plain);
          return Told.quietly("change-written")
              .with("words", plain.stream().map(Line::word).toList());
        });
  }

  private static boolean isSound(Line line) {
    return !line.word().isEmpty()
        && !line.to().isEmpty()
        && line.to().length() <= LONGEST
        && line.from().length() <= LONGEST;
  }

  private void refuseUnasked(Acts.On on) {
    boolean asked =
        desk.cases().rights(on.tx(), on.row()).stream()
            .anyMatch(r -> r.right().equals(RIGHT) && r.outcome() == CaseFile.Outcome.OPEN);
    if (!asked || Set.of(State.RUNNING, State.APPROVED).contains(on.state())) {
      throw RequestProblem.notNow();
    }
  }

  private void put(DSLContext tx, RequestCaseRecord row, List<Line> lines) {
    CaseRef ref = new CaseRef(row.getRef());
    byte[] sealed =
        desk.keys()
            .seal(
                row.getKey(),
                JSON.writeValueAsString(lines).getBytes(StandardCharsets.UTF_8),
                context(ref));
    tx.insertInto(REQUEST_CHANGE)
        .set(REQUEST_CHANGE.REF, ref.value())
        .set(REQUEST_CHANGE.AT, desk.now())
        .set(REQUEST_CHANGE.SEALED, sealed)
        .onConflict(REQUEST_CHANGE.REF)
        .doUpdate()
        .set(REQUEST_CHANGE.AT, desk.now())
        .set(REQUEST_CHANGE.SEALED, sealed)
        .execute();
  }

  /** Whoever was known here by the old address is known by the new one. */
  public void addressCorrected(String was, String now) {
    var _ =
        desk.store()
            .inTransaction(
                tx -> {
                  desk.subjects().corrected(tx, was, now);
                  return was;
                });
  }
}
