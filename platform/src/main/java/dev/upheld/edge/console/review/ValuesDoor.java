package dev.upheld.edge.console.review;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.discover.review.Disclosure;
import dev.upheld.discover.review.MapSheet;
import dev.upheld.discover.review.PlaceSheet;
import dev.upheld.discover.review.Review;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.ReviewValues;
import dev.upheld.edge.console.view.View;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** A few values of one column, for whoever says what for. They stand in the answer, once. */
@Controller
public final class ValuesDoor {
  private static final String HERE = "/map/review/values";

  private final Review review;
  private final Disclosure disclosure;
  private final Access access;

  public ValuesDoor(Review review, Disclosure disclosure, Access access) {
    this.review = review;
    this.disclosure = disclosure;
    this.access = access;
  }

  /** The form that asks what for. */
  @GetMapping(HERE)
  @Needs(Permission.MAP_VALUES)
  public View form(HttpServletRequest request) {
    Sent sent = Sent.of(request);
    return page(sent, place(sent), List.of(), Outcome.NONE);
  }

  /** The values, or the form again. */
  @PostMapping(HERE)
  @Needs(Permission.MAP_VALUES)
  public Reply show(HttpServletRequest request, Identity identity) {
    Sent sent = Sent.of(request);
    PlaceSheet place = place(sent);
    String purpose = sent.text("purpose");
    if (purpose.length() < Disclosure.SHORTEST_PURPOSE) {
      FieldError error = FieldError.of(Fault.TOO_SHORT, Disclosure.SHORTEST_PURPOSE);
      return Reply.again(
          page(sent, place, List.of(), new Outcome(false, Map.of("purpose", error), "")));
    }
    try {
      List<String> values =
          disclosure.show(
              new Disclosure.Request(sent.text("system"), place, sent.text("column"), purpose),
              access.people().reference(identity.person()));
      return Reply.show(page(sent, place, values, new Outcome(true, Map.of(), "")));
    } catch (ProblemException e) {
      Problem first = e.problems().getFirst();
      return Reply.again(
          page(
              sent,
              place,
              List.of(),
              new Outcome(false, Map.of(), first.what() + " " + first.mend())));
    }
  }

  /** What came of asking. */
  private record Outcome(boolean shown, Map<String, FieldError> errors, String fault) {
    static final Outcome NONE = new Outcome(false, Map.of(), "");
  }

  private PlaceSheet place(Sent sent) {
    try {
      MapSheet sheet = review.sheet(sent.text("system"));
      return sheet
          .place(sent.text("table"))
          .filter(p -> sent.given("column").isPresent())
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (ProblemException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static ReviewValues page(
      Sent sent, PlaceSheet place, List<String> values, Outcome outcome) {
    return new ReviewValues(
        sent.text("system"),
        place.id(),
        place.table(),
        sent.text("column"),
        values,
        outcome.shown(),
        Disclosure.MOST,
        outcome.shown() ? Map.of() : Map.of("purpose", sent.text("purpose")),
        outcome.errors(),
        outcome.fault());
  }
}
