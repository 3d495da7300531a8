package dev.upheld.edge.console.review;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.review.Adoption;
import dev.upheld.discover.review.ColumnLine;
import dev.upheld.discover.review.Decision;
import dev.upheld.discover.review.Glimpse;
import dev.upheld.discover.review.MapSheet;
import dev.upheld.discover.review.PlaceSheet;
import dev.upheld.discover.review.Review;
import dev.upheld.discover.review.ReviewProblem;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.ReviewPage;
import dev.upheld.edge.console.view.View;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.board.Board;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The review of data maps: shows what waits, and takes decisions. */
@Controller
public final class ReviewDoor {
  private static final String HERE = "/map/review";

  private final Review review;
  private final Adoption adoption;
  private final Board board;
  private final Supplier<Workspace> workspace;
  private final Access access;

  /**
   * @param workspace as it was last read
   */
  public ReviewDoor(
      Review review, Adoption adoption, Board board, Supplier<Workspace> workspace, Access access) {
    this.review = review;
    this.adoption = adoption;
    this.board = board;
    this.workspace = workspace;
    this.access = access;
  }

  /** All systems, one, or one table. */
  @GetMapping(HERE)
  @Needs(Permission.PROMISES_READ)
  public View review(HttpServletRequest request, Identity identity) {
    Sent query = Sent.of(request);
    boolean may = identity.may(Permission.MAP_REVIEW);
    Optional<String> table = query.given("table");
    return table.isEmpty()
        ? overview(query.given("system"), "", may)
        : table(
            sheet(query.text("system")),
            table.get(),
            new Charts.Shown(query.number("from"), Sent.nothing(), "", may));
  }

  private MapSheet sheet(String system) {
    try {
      return review.sheet(system);
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == ReviewProblem.NO_SYSTEM) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
      throw e;
    }
  }

  private ReviewPage overview(Optional<String> system, String fault, boolean may) {
    Charts charts = new Charts(workspace.get());
    List<MapSheet> sheets = system.map(s -> List.of(sheet(s))).orElseGet(review::systems);
    return new ReviewPage(
        sheets.stream().map(charts::chart).toList(),
        system.isPresent(),
        system.isPresent() ? List.of() : review.unmapped(),
        "",
        fault,
        may);
  }

  /**
   * A faulty file is shown by its faults. For a table without a place, as the work list leads to
   * where one is new in the system, the page says what to do.
   */
  private View table(MapSheet sheet, String table, Charts.Shown shown) {
    Optional<PlaceSheet> place = place(sheet, table);
    if (place.isEmpty()) {
      String missing = sheet.faults().isEmpty() ? table : "";
      return new ReviewPage(
          List.of(new Charts(workspace.get()).chart(sheet)),
          true,
          List.of(),
          missing,
          shown.fault(),
          shown.may());
    }
    Glimpse glimpse =
        shown.may()
            ? review.glimpse(
                sheet.system(),
                place.get(),
                Charts.part(place.get(), shown.from()).stream()
                    .map(ColumnLine::name)
                    .collect(Collectors.toSet()))
            : Glimpse.none(Glimpse.State.NOT_ASKED);
    List<String> differs = Charts.differences(board.drift(), sheet.system(), place.get());
    return new Charts(workspace.get()).table(sheet, place.get(), glimpse, shown.with(differs));
  }

  private static Optional<PlaceSheet> place(MapSheet sheet, String table) {
    return sheet
        .place(table)
        .or(() -> sheet.places().stream().filter(p -> Charts.isOf(p, table)).findFirst());
  }

  /** What was chosen for the columns of a table, and whether the place is accepted. */
  @PostMapping("/map/review/columns")
  @Needs(Permission.MAP_REVIEW)
  public Reply columns(HttpServletRequest request, Identity identity) {
    return onTable(request, identity, (place, sent) -> new ColumnForm(place, sent).decisions());
  }

  /** A place is refused, set aside, or forgotten. */
  @PostMapping("/map/review/place")
  @Needs(Permission.MAP_REVIEW)
  public Reply place(HttpServletRequest request, Identity identity) {
    return onTable(
        request,
        identity,
        (place, sent) ->
            switch (sent.text("act")) {
              case "refuse" -> List.of(new Decision.Refuse(place.id(), reason(sent)));
              case "aside" -> List.of(new Decision.SetAside(place.id(), reason(sent)));
              case "forget" -> List.of(new Decision.ForgetPlace(place.id()));
              default -> List.of();
            });
  }

  private static String reason(Sent sent) {
    return sent.given("reason")
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ReviewProblem.NOTHING,
                        "No reason was given.",
                        "Say in a few words why the table is not part of the map.")));
  }

  /** A link comes or goes. */
  @PostMapping("/map/review/link")
  @Needs(Permission.MAP_REVIEW)
  public Reply link(HttpServletRequest request, Identity identity) {
    return onTable(request, identity, PartForm::link);
  }

  /** A clock comes or goes. */
  @PostMapping("/map/review/clock")
  @Needs(Permission.MAP_REVIEW)
  public Reply clock(HttpServletRequest request, Identity identity) {
    return onTable(request, identity, PartForm::clock);
  }

  /** What is certain is accepted, in one table or in all of a system. */
  @PostMapping("/map/review/certain")
  @Needs(Permission.MAP_REVIEW)
  public Reply certain(HttpServletRequest request, Identity identity) {
    return onSystem(
        request,
        identity,
        sheet ->
            sheet.places().stream()
                .filter(p -> Sent.of(request).given("place").map(p.id()::equals).orElse(true))
                .flatMap(p -> p.certain().stream())
                .toList());
  }

  /** Tables in which no column looks personal are ignored. */
  @PostMapping("/map/review/harmless")
  @Needs(Permission.MAP_REVIEW)
  public Reply harmless(HttpServletRequest request, Identity identity) {
    return onSystem(
        request,
        identity,
        sheet ->
            sheet.harmless().stream()
                .map(t -> (Decision) new Decision.Ignore(t, sheet.open().getOrDefault(t, "")))
                .toList());
  }

  /** A table the map does not speak of is looked at, and its lines proposed. */
  @PostMapping("/map/review/adopt")
  @Needs(Permission.MAP_REVIEW)
  public Reply adopt(HttpServletRequest request, Identity identity) {
    Sent sent = Sent.of(request);
    MapSheet sheet = sheet(sent.text("system"));
    String table = sent.text("table");
    try {
      adoption.adopt(sheet.system(), sent.text("digest"), table, who(identity));
    } catch (ProblemException e) {
      Charts.Shown shown = new Charts.Shown(0, sent, said(e), true);
      return Reply.again(table(review.sheet(sheet.system()), table, shown));
    }
    return Reply.go(
        place(review.sheet(sheet.system()), table)
            .map(place -> ReviewPage.href(sheet.system(), place.id()))
            .orElse(ReviewPage.href(sheet.system())),
        Notice.MAP_DECIDED);
  }

  /** A table that is no place is ignored, reconsidered, or forgotten. */
  @PostMapping("/map/review/table")
  @Needs(Permission.MAP_REVIEW)
  public Reply table(HttpServletRequest request, Identity identity) {
    Sent sent = Sent.of(request);
    return onSystem(request, identity, sheet -> PartForm.table(sheet, sent));
  }

  /** What a form says about a place. */
  private interface Says {
    List<Decision> of(PlaceSheet place, Sent sent);
  }

  private Reply onTable(HttpServletRequest request, Identity identity, Says says) {
    Sent sent = Sent.of(request);
    MapSheet sheet = sheet(sent.text("system"));
    Optional<PlaceSheet> place = sheet.place(sent.text("place"));
    if (place.isEmpty()) {
      return Reply.go(ReviewPage.href(sheet.system()), Notice.NOT_DONE);
    }
    try {
      List<Decision> decisions = new ArrayList<>(says.of(place.get(), sent));
      boolean onwards = sent.text("then").equals("next");
      if (decisions.isEmpty() && onwards) {
        return Reply.go(next(sheet, place.get(), sent));
      }
      review.decide(sheet.system(), sent.text("digest"), decisions, who(identity));
      return Reply.go(next(sheet, place.get(), sent), Notice.MAP_DECIDED);
    } catch (ProblemException e) {
      Charts.Shown shown = new Charts.Shown(sent.number("from"), sent, said(e), true);
      return Reply.again(table(review.sheet(sheet.system()), place.get().id(), shown));
    }
  }

  /** Where one goes on: here, at the next table, or at the next that waits. */
  private String next(MapSheet before, PlaceSheet place, Sent sent) {
    MapSheet now = review.sheet(before.system());
    List<PlaceSheet> all = before.places();
    int at = all.indexOf(place);
    boolean stays = now.place(place.id()).isPresent();
    Optional<String> onwards =
        switch (sent.text("then")) {
          case "accept" ->
              java.util.stream.Stream.concat(all.stream().skip(at + 1), all.stream().limit(at))
                  .map(PlaceSheet::id)
                  .filter(id -> now.place(id).filter(PlaceSheet::waits).isPresent())
                  .findFirst();
          case "next" -> at + 1 < all.size() ? Optional.of(all.get(at + 1).id()) : Optional.empty();
          default -> Optional.of(place.id()).filter(id -> stays);
        };
    String part = sent.number("from") > 0 ? "&from=" + sent.number("from") : "";
    return onwards
        .map(id -> ReviewPage.href(now.system(), id) + (id.equals(place.id()) ? part : ""))
        .orElse(ReviewPage.href(now.system()));
  }

  private Reply onSystem(
      HttpServletRequest request, Identity identity, Function<MapSheet, List<Decision>> says) {
    Sent sent = Sent.of(request);
    MapSheet sheet = sheet(sent.text("system"));
    String back =
        sent.given("place")
            .map(place -> ReviewPage.href(sheet.system(), place))
            .orElse(ReviewPage.href(sheet.system()));
    try {
      review.decide(sheet.system(), sent.text("digest"), says.apply(sheet), who(identity));
      return Reply.go(back, Notice.MAP_DECIDED);
    } catch (ProblemException e) {
      return Reply.again(overview(Optional.of(sheet.system()), said(e), true));
    }
  }

  private dev.upheld.journal.ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  /** What went wrong with a decision; a failure of ours goes on to where failures are told. */
  private static String said(ProblemException e) {
    Problem first = e.problems().getFirst();
    if (first.code().owner() != dev.upheld.kernel.ProblemCode.Owner.USER) {
      throw e;
    }
    return first.what() + " " + first.mend();
  }
}
