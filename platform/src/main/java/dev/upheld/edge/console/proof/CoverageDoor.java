package dev.upheld.edge.console.proof;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Way;
import dev.upheld.edge.console.view.Coverage;
import dev.upheld.probe.board.Board;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows what each clause stands on. */
@Controller
public final class CoverageDoor {
  private final Board board;

  public CoverageDoor(Board board) {
    this.board = board;
  }

  /** The query, as sent; what it does not know is passed over. */
  public record Query(
      @Nullable String way,
      @Nullable String duty,
      @Nullable String verdict,
      @Nullable String state) {

    Coverage.Filter filter() {
      return new Coverage.Filter(
          Asked.given(way).flatMap(w -> Asked.named(Way.values(), w)),
          Asked.given(duty).flatMap(d -> Asked.named(Duty.values(), d)),
          Asked.given(verdict).flatMap(v -> Asked.named(Verdict.values(), v)),
          Asked.given(state).flatMap(s -> Asked.named(Backing.values(), s)));
    }
  }

  /** Every clause, what carries it, and how that is proved. */
  @GetMapping("/coverage")
  @Needs(Permission.PROMISES_READ)
  public Coverage coverage(Query query) {
    return Covered.page(board.clauses(), query.filter(), board::language);
  }
}
