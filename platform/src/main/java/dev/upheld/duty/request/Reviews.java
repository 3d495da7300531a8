package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_REVIEW;

import dev.upheld.duty.request.Acts.Told;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found of other people in a copy, and what was decided about it before the copy is made
 * (GDPR Art. 15(4)). Sealed with the key of the case. Thread-safe.
 */
public final class Reviews {
  private static final int SHORTEST_REASON = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Acts acts;
  private final Copies copies;

  Reviews(Desk desk, Acts acts, Copies copies) {
    this.desk = desk;
    this.acts = acts;
    this.copies = copies;
  }

  /**
   * One mail address, number or name in one field; personal data of somebody else.
   *
   * @param kind its word: {@code MAIL}, {@code PHONE}, {@code NAME}
   * @param value as it is told apart from others
   * @param context some words around it, with everything found blacked out
   * @param times how often it stands in that field
   */
  public record Finding(
      String system,
      String place,
      String field,
      String kind,
      String value,
      String context,
      long times) {
    @Override
    public String toString() {
      return kind + " in " + system + " / " + place + "." + field;
    }
  }

  /**
   * What there is to decide, and what was decided.
   *
   * @param findings those that are shown; each is named by its number in the list
   * @param more findings beyond those, which are blacked out
   * @param own what of the person's own is handed out
   * @param names of other people that are looked for
   * @param decided whether somebody decided, or nothing was found
   * @param released numbers of those that are handed out
   * @param reason why they are; empty where none is
   */
  public record Review(
      List<Finding> findings,
      long more,
      Set<String> own,
      Set<String> names,
      boolean decided,
      Set<Integer> released,
      String reason) {
    public Review {
      findings = List.copyOf(findings);
      own = Set.copyOf(own);
      names = Set.copyOf(names);
      released = Set.copyOf(released);
    }

    @Override
    public String toString() {
      return "Review[" + findings.size() + "]";
    }

    private Review decided(Set<Integer> numbers, String why) {
      return new Review(findings, more, own, names, true, numbers, why);
    }
  }

  /** The review of a copy; empty where none was made, or the file was erased. */
  public Optional<Review> of(CaseRef ref) {
    return of(desk.store().dsl(), ref);
  }

  private Optional<Review> of(DSLContext dsl, CaseRef ref) {
    return dsl.selectFrom(REQUEST_REVIEW)
        .where(REQUEST_REVIEW.REF.eq(ref.value()))
        .fetchOptional()
        .flatMap(
            row ->
                desk.cases()
                    .find(dsl, ref)
                    .flatMap(
                        file -> desk.keys().open(file.getKey(), row.getSealed(), context(ref))))
        .map(bytes -> JSON.readValue(new String(bytes, StandardCharsets.UTF_8), Review.class));
  }

  private static String context(CaseRef ref) {
    return ref.value() + ":review";
  }

  /** Notes what was found, in place of an earlier look. */
  public void found(CaseRef ref, Review review) {
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          put(on.tx(), on.row(), review);
          return Told.quietly("copy-screened")
              .with("found", review.findings().size())
              .with("more", review.more());
        });
  }

  private void put(DSLContext tx, RequestCaseRecord row, Review review) {
    CaseRef ref = new CaseRef(row.getRef());
    byte[] sealed =
        desk.keys()
            .seal(
                row.getKey(),
                JSON.writeValueAsString(review).getBytes(StandardCharsets.UTF_8),
                context(ref));
    int undecided = review.decided() ? 0 : review.findings().size();
    tx.insertInto(REQUEST_REVIEW)
        .set(REQUEST_REVIEW.REF, ref.value())
        .set(REQUEST_REVIEW.MADE, desk.now())
        .set(REQUEST_REVIEW.FOUND, review.findings().size())
        .set(REQUEST_REVIEW.UNDECIDED, undecided)
        .set(REQUEST_REVIEW.MORE, review.more())
        .set(REQUEST_REVIEW.SEALED, sealed)
        .onConflict(REQUEST_REVIEW.REF)
        .doUpdate()
        .set(REQUEST_REVIEW.MADE, desk.now())
        .set(REQUEST_REVIEW.FOUND, review.findings().size())
        .set(REQUEST_REVIEW.UNDECIDED, undecided)
        .set(REQUEST_REVIEW.MORE, review.more())
        .set(REQUEST_REVIEW.SEALED, sealed)
        .execute();
  }

  /**
   * Decides: these are handed out for this reason, all others are blacked out.
   *
   * @param released numbers of findings
   * @param reason needed where any is released
   * @throws dev.upheld.kernel.ProblemException when the copy was made, or the reason is missing
   */
  public void decide(CaseRef ref, Set<Integer> released, String reason, ReferenceId who) {
    String why = released.isEmpty() ? "" : Handling.words(reason, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          Review review = of(on.tx(), ref).orElseThrow(RequestProblem::notNow);
          Set<Integer> known = new TreeSet<>(released);
          known.removeIf(n -> n < 0 || n >= review.findings().size());
          if (copies.made(ref) || known.size() < released.size()) {
            throw RequestProblem.notNow();
          }
          put(on.tx(), on.row(), review.decided(known, why));
          return Told.quietly("copy-reviewed")
              .with("released", known.size())
              .with("blacked", review.findings().size() - known.size());
        });
  }
}
