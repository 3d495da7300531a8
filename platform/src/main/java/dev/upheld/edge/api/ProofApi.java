package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.edge.api.CoverageShapes.ClausesShape;
import dev.upheld.edge.api.Shapes.DriftShape;
import dev.upheld.edge.api.Shapes.EntryShape;
import dev.upheld.edge.api.Shapes.EvidenceShape;
import dev.upheld.edge.api.Shapes.FindingShape;
import dev.upheld.edge.api.Shapes.PromiseShape;
import dev.upheld.edge.api.Shapes.RunShape;
import dev.upheld.edge.api.Shapes.WallShape;
import dev.upheld.edge.api.Shapes.WorkShape;
import dev.upheld.journal.Journal;
import dev.upheld.probe.board.Board;
import dev.upheld.probe.board.Wall;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Reading: the wall, promises with their evidence, the work list, findings, runs, the journal. */
@Controller
@ResponseBody
public final class ProofApi {
  private static final int A_PAGE = 100;
  private static final int MOST = 1_000;

  private final Board board;
  private final Journal journal;
  private final Access access;

  public ProofApi(Board board, Journal journal, Access access) {
    this.board = board;
    this.journal = journal;
    this.access = access;
  }

  /**
   * What to show of the wall; empty means all.
   *
   * @param verdict {@code broken}, {@code unproven}, {@code at_risk} or {@code upheld}
   * @param duty {@code retention}
   * @param activity id of an activity
   * @param clause id of a clause
   * @param law a citation
   * @param q words that must stand in the sentence or the id
   */
  public record WallQuery(
      @Nullable String verdict,
      @Nullable String duty,
      @Nullable String activity,
      @Nullable String clause,
      @Nullable String law,
      @Nullable String q) {
    Wall.Filter filter() {
      return new Wall.Filter(
          named(Verdict.values(), "verdict", verdict),
          named(Duty.values(), "duty", duty),
          given(activity),
          given(clause),
          given(law),
          given(q).orElse(""));
    }
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static <E extends Enum<E>> Optional<E> named(
      E[] values, String parameter, @Nullable String word) {
    Optional<String> asked = given(word).map(w -> w.toLowerCase(Locale.ROOT).replace('-', '_'));
    Optional<E> found =
        asked.flatMap(
            w ->
                Stream.of(values)
                    .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(w))
                    .findFirst());
    if (asked.isPresent() && found.isEmpty()) {
      List<String> known = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
      throw ApiProblem.PARAMETER.because(
          "The parameter " + parameter + " has no such value.",
          "Use one of " + String.join(", ", known) + ".");
    }
    return found;
  }

  /** Every promise with its verdict. */
  @GetMapping("/api/v1/promises")
  @Summary("Every promise with its verdict.")
  @Needs(Permission.PROMISES_READ)
  public WallShape wall(WallQuery query) {
    return WallShape.of(board.wall(query.filter()));
  }

  /** One promise: what the charter says, evidence, history, who looks after it. */
  @GetMapping("/api/v1/promises/{company}/{subject}/{statement}")
  @Summary("One promise: what the charter says, evidence, history, who looks after it.")
  @Needs(Permission.PROMISES_READ)
  public PromiseShape promise(
      @PathVariable String company, @PathVariable String subject, @PathVariable String statement) {
    return board
        .promise(new PromiseId(company, subject, statement))
        .map(PromiseShape::of)
        .orElseThrow(ApiProblem::noSuchPromise);
  }

  /** The evidence for one promise, the pieces its verdict rests on first. */
  @GetMapping("/api/v1/promises/{company}/{subject}/{statement}/evidence")
  @Summary("The evidence for one promise, the pieces its verdict rests on first.")
  @Needs(Permission.PROMISES_READ)
  public List<EvidenceShape> evidence(
      @PathVariable String company, @PathVariable String subject, @PathVariable String statement) {
    return promise(company, subject, statement).evidence();
  }

  /** What needs a person, what is due, what changed in the last week. */
  @GetMapping("/api/v1/work")
  @Summary("What needs a person, what is due, what changed in the last week.")
  @Needs(Permission.PROMISES_READ)
  public WorkShape work(Identity identity) {
    return WorkShape.of(
        board.workList(access.people().reference(identity.person()), Optional.empty()));
  }

  /** Where databases are not what the data maps say any more. */
  @GetMapping("/api/v1/drift")
  @Summary("Where databases are not what the data maps say any more, personal data first.")
  @Needs(Permission.PROMISES_READ)
  public List<DriftShape> drift() {
    return board.drift().stream().map(DriftShape::of).toList();
  }

  /** Gaps and contradictions of the charter itself. */
  @GetMapping("/api/v1/findings")
  @Summary("Gaps and contradictions of the charter itself.")
  @Needs(Permission.PROMISES_READ)
  public List<FindingShape> findings() {
    return board.findings().stream().map(FindingShape::of).toList();
  }

  /** What each clause of the source policy stands on. */
  @GetMapping("/api/v1/coverage")
  @Summary("What each clause of the source policy stands on.")
  @Needs(Permission.PROMISES_READ)
  public ClausesShape coverage() {
    return ClausesShape.of(board.clauses());
  }

  /** Runs of proof, newest first. */
  @GetMapping("/api/v1/runs")
  @Summary("Runs of proof, newest first.")
  @Needs(Permission.PROMISES_READ)
  public List<RunShape> runs() {
    return board.runs().stream().map(RunShape::of).toList();
  }

  /**
   * A page of the journal.
   *
   * @param after entries behind this number; 0 from the beginning
   * @param limit at most so many, 1 to 1,000
   * @param kind only kinds that begin so
   */
  public record JournalQuery(
      @Nullable Long after, @Nullable Integer limit, @Nullable String kind) {}

  /** Entries of the journal in their order. */
  @GetMapping("/api/v1/journal")
  @Summary("Entries of the journal in their order.")
  @Needs(Permission.JOURNAL_READ)
  public List<EntryShape> journal(JournalQuery query) {
    int limit = Objects.requireNonNullElse(query.limit(), A_PAGE);
    return journal
        .page(
            Math.max(0, Objects.requireNonNullElse(query.after(), 0L)),
            Math.clamp(limit, 1, MOST),
            given(query.kind()).orElse(""))
        .stream()
        .map(EntryShape::of)
        .toList();
  }
}
