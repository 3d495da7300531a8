package dev.upheld.edge.console.proof;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.view.Findings;
import dev.upheld.edge.console.view.PromisePage;
import dev.upheld.edge.console.view.Wall;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.board.Board;
import dev.upheld.register.Holds;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages that show proof. */
@Controller
public final class ProofDoor {
  private static final Duration COUNTS_FOR = Duration.ofSeconds(5);
  private static final Period REVIEW_SOON = Period.ofDays(7);
  private static final ReferenceId NOBODY = new ReferenceId(new UUID(0, 0));

  private final Board board;
  private final Requests requests;
  private final Holds holds;
  private final Supplier<WorkList.Dated> dated;
  private final Who who;
  private final Shown shown;
  private final InstantSource clock;
  private volatile Counted waiting = new Counted(Instant.EPOCH, 0);

  private record Counted(Instant at, int items) {}

  /**
   * What waits for a person beside promises.
   *
   * @param requests of people that wait
   * @param holds somebody has to look at again now and then
   * @param dated what is kept by a reason without a number and waits for a review
   */
  public record Waiting(Requests requests, Holds holds, Supplier<WorkList.Dated> dated) {}

  /** Over that board and what else waits. */
  public ProofDoor(Board board, Access access, Waiting beside, InstantSource clock) {
    this.board = board;
    this.requests = beside.requests();
    this.holds = beside.holds();
    this.dated = beside.dated();
    this.who = new Who(access);
    this.shown = new Shown(who, board::language);
    this.clock = clock;
  }

  /** How many items of the work list need a person; counted again every few seconds. */
  public int waiting() {
    Instant now = clock.instant();
    Counted last = waiting;
    if (Duration.between(last.at(), now).abs().compareTo(COUNTS_FOR) < 0) {
      return last.items();
    }
    int items = board.workList(NOBODY, Optional.of(now)).needs().size();
    waiting = new Counted(now, items);
    return items;
  }

  /** What needs a person, what is due, what changed since they last looked. */
  @GetMapping("/")
  @Needs(Permission.PROMISES_READ)
  public WorkList workList(Identity identity) {
    ReferenceId person = who.of(identity);
    Optional<Instant> lastLooked = board.looked(person);
    return shown
        .workList(
            board.workList(person, lastLooked),
            board.wall(dev.upheld.probe.board.Wall.Filter.all()),
            board.drift(),
            lastLooked,
            board.findings().size())
        .with(requests(identity), reviews(identity), dated.get());
  }

  private WorkList.Requests requests(Identity identity) {
    return identity.may(Permission.REQUESTS_READ)
        ? new WorkList.Requests(requests.inbox().due(), requests.today())
        : WorkList.Requests.NONE;
  }

  private WorkList.Reviews reviews(Identity identity) {
    if (!identity.may(Permission.HOLDS_READ)) {
      return WorkList.Reviews.NONE;
    }
    LocalDate today = requests.today();
    boolean secretToo = identity.may(Permission.HOLDS_MANAGE);
    return new WorkList.Reviews(holds.due(today.plus(REVIEW_SOON), secretToo), today);
  }

  /** The query of the wall, as sent; what it does not know is passed over. */
  public record Query(
      @Nullable String verdict,
      @Nullable String duty,
      @Nullable String activity,
      @Nullable String clause,
      @Nullable String law,
      @Nullable String q) {

    Wall.Filter filter() {
      return new Wall.Filter(
          Asked.given(verdict).flatMap(v -> Asked.named(Verdict.values(), v)),
          Asked.given(duty).flatMap(d -> Asked.named(Duty.values(), d)),
          Asked.given(activity),
          Asked.given(clause),
          Asked.given(law),
          Asked.given(q).orElse(""));
    }
  }

  /** The wall of promises. */
  @GetMapping("/promises")
  @Needs(Permission.PROMISES_READ)
  public Wall wall(Query query) {
    Wall.Filter filter = query.filter();
    dev.upheld.probe.board.Wall wall =
        board.wall(
            new dev.upheld.probe.board.Wall.Filter(
                filter.verdict(),
                filter.duty(),
                filter.activity(),
                filter.clause(),
                filter.law(),
                filter.text()));
    return shown.wall(wall, filter);
  }

  /** One promise. */
  @GetMapping("/promises/{company}/{subject}/{statement}")
  @Needs(Permission.PROMISES_READ)
  public PromisePage promise(
      @PathVariable String company,
      @PathVariable String subject,
      @PathVariable String statement,
      Identity identity) {
    return page(new PromiseId(company, subject, statement), identity, Refusal.NONE);
  }

  /** The page of a promise, with what was refused on it. */
  PromisePage page(PromiseId id, Identity identity, Refusal refusal) {
    return board
        .promise(id)
        .map(file -> shown.promise(file, identity, refusal, clock.instant()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Gaps and contradictions of the charter itself. */
  @GetMapping("/findings")
  @Needs(Permission.PROMISES_READ)
  public Findings findings() {
    return Shown.findings(board.findings(), board.wall(dev.upheld.probe.board.Wall.Filter.all()));
  }
}
