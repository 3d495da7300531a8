package dev.upheld.edge.console.request;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.request.Reviews;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RequestReview;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The review of a copy before it is handed out. */
@Controller
public final class RequestReviewDoor {
  private final Requests requests;
  private final RequestsDoor pages;

  public RequestReviewDoor(Requests requests, RequestsDoor pages) {
    this.requests = requests;
    this.pages = pages;
  }

  /** What was found. */
  @GetMapping("/requests/{ref}/review")
  @Needs(Permission.REQUESTS_WORK)
  public Reply review(@PathVariable String ref) {
    return known(ref)
        .map(
            r -> {
              Optional<Reviews.Review> review = requests.reviews().of(r);
              return Reply.show(
                  new RequestReview(
                      r,
                      review,
                      requests.copies().made(r),
                      review.map(Reviews.Review::released).orElse(Set.of()),
                      review.map(Reviews.Review::reason).orElse(""),
                      Optional.empty()));
            })
        .orElseGet(() -> Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST));
  }

  private Optional<CaseRef> known(String ref) {
    return CaseRef.parse(ref).filter(r -> requests.inbox().find(r).isPresent());
  }

  /** Decides, and lets the work go on. */
  @PostMapping("/requests/{ref}/review")
  @Needs(Permission.REQUESTS_WORK)
  public Reply decide(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "some") String which,
      HttpServletRequest request,
      Identity identity) {
    Optional<CaseRef> known = known(ref);
    if (known.isEmpty()) {
      return Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST);
    }
    CaseRef here = known.get();
    Optional<Reviews.Review> review = requests.reviews().of(here);
    int findings = review.map(r -> r.findings().size()).orElse(0);
    Set<Integer> ticked = ticked(which, findings, request);
    try {
      requests.reviews().decide(here, ticked, reason, pages.who(identity));
      requests.handling().work().run(here);
      return Reply.go(RequestsDoor.HERE + "/" + here, Notice.REQUEST_CHANGED);
    } catch (ProblemException e) {
      RequestProblem why = RequestsDoor.why(e);
      return Reply.again(
          new RequestReview(
              here, review, requests.copies().made(here), ticked, reason, Optional.of(why)));
    }
  }

  private static Set<Integer> ticked(String which, int findings, HttpServletRequest request) {
    return switch (which) {
      case "all" -> IntStream.range(0, findings).boxed().collect(Collectors.toSet());
      case "none" -> Set.of();
      default ->
          Stream.of(
                  Objects.requireNonNullElse(request.getParameterValues("release"), new String[0]))
              .filter(t -> t.matches("\\d{1,6}"))
              .map(Integer::valueOf)
              .collect(Collectors.toSet());
    };
  }
}
