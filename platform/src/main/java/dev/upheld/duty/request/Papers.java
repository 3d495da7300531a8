package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_PAPER;
import static dev.upheld.store.generated.Tables.REQUEST_PAPER_PAGE;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Rights.IdentityCheck;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.paper.Screened;
import dev.upheld.duty.request.paper.Screening;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.generated.tables.records.RequestPaperRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Papers that people send: the mandate of whoever acts for another, and a document of identity
 * where somebody of the company stated a reasonable doubt. Kept as pictures, sealed with a key of
 * their own, and destroyed at once after the check. Thread-safe.
 */
public final class Papers {
  private static final int MOST_WAITING = 4;
  private static final Duration LEFT = Duration.ofDays(7);
  private static final String MOROCCO = "MA";
  private static final String NUMBERS = "identity-code";

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;
  private final Screening screening = new Screening();

  Papers(Desk desk, Acts acts, Flow flow) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
  }

  /** What a paper shows. */
  public enum Kind {
    /** Who somebody is. */
    IDENTITY,
    /** That they may act for another. */
    MANDATE;

    /** As tables and words write it: {@code mandate}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A paper that waits for the check.
   *
   * @param pages how many pictures it has
   */
  public record Paper(UUID id, Kind kind, Instant at, int pages) {}

  /** What became of a file that was sent. */
  public sealed interface Sent {}

  /** It waits for the check. */
  public record Taken() implements Sent {}

  /** Nobody asked for a paper here, or none may be taken. */
  public record Unasked() implements Sent {}

  /** Too many were sent; those that wait are looked at first. */
  public record Slower() implements Sent {}

  /** It is no paper we take. */
  public record NotTaken(Screened.Why why) implements Sent {}

  /** What the person is asked to send now; empty for nothing. */
  public Optional<Kind> wanted(CaseFile file) {
    if (file.line().state() == State.IDENTITY_ASKED) {
      return Optional.of(Kind.IDENTITY).filter(kind -> identityMayBeTaken(desk.charter()));
    }
    return Optional.of(Kind.MANDATE)
        .filter(kind -> file.line().state().open())
        .filter(kind -> file.contents().filter(c -> !c.onBehalf().isBlank()).isPresent());
  }

  /**
   * Whether a document of identity may be taken at all. Not where the charter says never; and where
   * the law of Morocco counts, only once the authorisation for identity numbers is on file.
   */
  static boolean identityMayBeTaken(Charter charter) {
    Optional<IdentityCheck> check = charter.rights().identity();
    if (check.filter(c -> c.document() == IdentityCheck.Document.NEVER).isPresent()) {
      return false;
    }
    boolean needsLeave =
        charter.law().jurisdictions().stream()
            .anyMatch(
                pack ->
                    pack.country().filter(MOROCCO::equals).isPresent()
                        && pack.reference(NUMBERS).isPresent());
    return !needsLeave || check.flatMap(IdentityCheck::authorisation).isPresent();
  }

  /** Takes a file for a request, judged by its content. */
  public Sent send(CaseRef ref, byte[] file) {
    Optional<Kind> kind = find(ref).flatMap(this::wanted);
    if (kind.isEmpty()) {
      return new Unasked();
    }
    if (waiting(ref).size() >= MOST_WAITING || !flow.let(Flow.Kind.MESSAGE, ref.value())) {
      return new Slower();
    }
    return switch (screening.judge(file)) {
      case Screened.Refused(var why) -> {
        desk.journal()
            .append(
                List.of(
                    Draft.of(
                        "request.paper-refused",
                        Map.of("case", ref.value(), "why", why.name().toLowerCase(Locale.ROOT)))));
        yield new NotTaken(why);
      }
      case Screened.Clean(var pages) -> {
        keep(ref, kind.get(), pages);
        yield new Taken();
      }
    };
  }

  private Optional<CaseFile> find(CaseRef ref) {
    return desk.cases()
        .find(desk.store().dsl(), ref)
        .map(row -> desk.cases().file(desk.store().dsl(), row, desk.charter(), desk.today()));
  }

  private void keep(CaseRef ref, Kind kind, List<byte[]> pages) {
    UUID id = UUID.randomUUID();
    UUID key = desk.keys().make();
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          on.mustBeOpen();
          on.tx()
              .insertInto(REQUEST_PAPER)
              .set(
                  new RequestPaperRecord(
                      id, ref.value(), kind.word(), key, desk.now(), pages.size(), null))
              .execute();
          for (int number = 0; number < pages.size(); number++) {
            on.tx()
                .insertInto(REQUEST_PAPER_PAGE)
                .set(REQUEST_PAPER_PAGE.ID, id)
                .set(REQUEST_PAPER_PAGE.NUMBER, number)
                .set(
                    REQUEST_PAPER_PAGE.SEALED,
                    desk.keys().seal(key, pages.get(number), context(id, number)))
                .execute();
          }
          desk.tellOfficers(on.tx(), "request-wrote", Map.of("ref", ref.value()));
          return Told.quietly("paper-came").with("kind", kind.word()).with("pages", pages.size());
        });
  }

  private static String context(UUID paper, int number) {
    return "paper" + paper + "/" + number;
  }

  /** Papers of a request that wait for the check, the oldest first. */
  public List<Paper> waiting(CaseRef ref) {
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_PAPER)
        .where(REQUEST_PAPER.REF.eq(ref.value()))
        .and(REQUEST_PAPER.GONE.isNull())
        .orderBy(REQUEST_PAPER.AT, REQUEST_PAPER.ID)
        .fetch(
            r ->
                new Paper(
                    r.getId(),
                    Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
                    r.getAt(),
                    r.getPages()));
  }

  /** A page as PNG, for whoever checks; that it was looked at is journalled. */
  public Optional<byte[]> page(CaseRef ref, UUID paper, int number, ReferenceId who) {
    return desk.store()
        .inTransaction(
            tx ->
                row(tx, ref, paper)
                    .flatMap(
                        row ->
                            tx.selectFrom(REQUEST_PAPER_PAGE)
                                .where(REQUEST_PAPER_PAGE.ID.eq(paper))
                                .and(REQUEST_PAPER_PAGE.NUMBER.eq(number))
                                .fetchOptional()
                                .flatMap(
                                    page ->
                                        desk.keys()
                                            .open(
                                                row.getKey(),
                                                page.getSealed(),
                                                context(paper, number))))
                    .map(
                        png -> {
                          desk.journal()
                              .append(
                                  tx,
                                  new Draft(
                                      "request.paper-seen",
                                      Optional.of(who),
                                      Map.of("case", ref.value(), "page", number + 1)));
                          return png;
                        }));
  }

  private static Optional<RequestPaperRecord> row(DSLContext tx, CaseRef ref, UUID paper) {
    return tx.selectFrom(REQUEST_PAPER)
        .where(REQUEST_PAPER.ID.eq(paper))
        .and(REQUEST_PAPER.REF.eq(ref.value()))
        .and(REQUEST_PAPER.GONE.isNull())
        .fetchOptional();
  }

  /** Notes that a paper was checked, and destroys it at once. */
  public void checked(CaseRef ref, UUID paper, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          RequestPaperRecord row = row(on.tx(), ref, paper).orElseThrow(RequestProblem::notNow);
          destroy(on.tx(), REQUEST_PAPER.ID.eq(paper), desk.now());
          return Told.quietly("paper-checked").with("kind", row.getKind());
        });
    tidy();
  }

  /**
   * Destroys papers of a request: what a check was for is over. Their keys go with {@link #tidy},
   * after the commit.
   */
  static void destroy(DSLContext tx, CaseRef ref, Instant now) {
    destroy(tx, REQUEST_PAPER.REF.eq(ref.value()), now);
  }

  private static void destroy(DSLContext tx, Condition which, Instant now) {
    List<UUID> gone =
        tx.select(REQUEST_PAPER.ID)
            .from(REQUEST_PAPER)
            .where(which)
            .and(REQUEST_PAPER.GONE.isNull())
            .fetch(REQUEST_PAPER.ID);
    tx.deleteFrom(REQUEST_PAPER_PAGE).where(REQUEST_PAPER_PAGE.ID.in(gone)).execute();
    tx.update(REQUEST_PAPER)
        .set(REQUEST_PAPER.GONE, now)
        .where(REQUEST_PAPER.ID.in(gone))
        .execute();
  }

  /** Drops the keys of papers that are gone, also of those a process was killed over. */
  void tidy() {
    dropKeys(desk);
  }

  static void dropKeys(Desk desk) {
    desk
        .store()
        .dsl()
        .select(REQUEST_PAPER.KEY)
        .from(REQUEST_PAPER)
        .where(REQUEST_PAPER.GONE.gt(desk.now().minus(LEFT)))
        .fetch(REQUEST_PAPER.KEY)
        .stream()
        .filter(desk.keys()::has)
        .forEach(desk.keys()::drop);
  }
}
