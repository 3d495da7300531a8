package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.retention.ReviewWork;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.api.ReviewShapes.RetentionReviewShape;
import dev.upheld.journal.ReferenceId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The queue of dated reviews for programs: what waits, what would go, and what is decided. */
@Controller
@ResponseBody
public final class ReviewsApi {
  private final ReviewWork work;
  private final Access access;

  public ReviewsApi(ReviewWork work, Access access) {
    this.work = work;
    this.access = access;
  }

  /**
   * What stays.
   *
   * @param rules all of them or none are decided
   * @param next the day somebody looks again, like 2027-06-30
   * @param reason in words, without names of people
   */
  public record ReviewKeepBody(
      @Nullable List<String> rules, @Nullable String next, @Nullable String reason) {
    @Override
    public String toString() {
      return "ReviewKeepBody";
    }
  }

  /**
   * What is to be looked at.
   *
   * @param before rows of before this day, like 2024-01-01
   */
  public record ReviewLookBody(@Nullable List<String> rules, @Nullable String before) {}

  /**
   * What goes.
   *
   * @param endings all of them or none are decided
   * @param reason in words, without names of people
   */
  public record ReviewEraseBody(@Nullable List<ReviewEndingBody> endings, @Nullable String reason) {
    @Override
    public String toString() {
      return "ReviewEraseBody";
    }
  }

  /**
   * One place.
   *
   * @param digest as its look said it
   */
  public record ReviewEndingBody(@Nullable String rule, @Nullable String digest) {}

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private static Set<String> rules(@Nullable List<String> rules) {
    Set<String> all = new LinkedHashSet<>(Objects.requireNonNullElse(rules, List.of()));
    if (all.isEmpty()) {
      throw ApiProblem.PARAMETER.because(
          "The field rules names nothing.", "GET /api/v1/retention/reviews lists what waits.");
    }
    return all;
  }

  private static LocalDate day(String field, @Nullable String text) {
    try {
      return LocalDate.parse(given(text));
    } catch (DateTimeException e) {
      throw ApiProblem.PARAMETER.because(
          "The field " + field + " is not a day.", "Write it like 2027-06-30.");
    }
  }

  /** The queue. */
  @GetMapping("/api/v1/retention/reviews")
  @Summary("What is kept by a reason without a number, as last counted, with its newest look.")
  @Needs(Permission.PROMISES_READ)
  public List<RetentionReviewShape> retentionReviews() {
    return work.queue().stream().map(RetentionReviewShape::of).toList();
  }

  /** Counts. */
  @PostMapping("/api/v1/retention/reviews/count")
  @Summary("Begins to count all places of the queue anew.")
  @Needs(Permission.RETENTION_MANAGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void retentionReviewsCount() {
    work.recount();
  }

  /** Looks. */
  @PostMapping("/api/v1/retention/reviews/look")
  @Summary("Begins dry runs of what would go of rows of before a day; nothing is changed.")
  @Needs(Permission.RETENTION_RELEASE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void retentionReviewsLook(@RequestBody ReviewLookBody body) {
    work.look(rules(body.rules()), day("before", body.before()));
  }

  /** Keeps. */
  @PostMapping("/api/v1/retention/reviews/keep")
  @Summary("Decides that the rows that were counted stay until a day, and why.")
  @Needs(Permission.RETENTION_RELEASE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void retentionReviewsKeep(@RequestBody ReviewKeepBody body, Identity identity) {
    work.keep(rules(body.rules()), day("next", body.next()), given(body.reason()), who(identity));
  }

  /** Lets go. */
  @PostMapping("/api/v1/retention/reviews/erase")
  @Summary("Decides that the rows go which a look of the last day showed, and why.")
  @Needs(Permission.RETENTION_RELEASE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void retentionReviewsErase(@RequestBody ReviewEraseBody body, Identity identity) {
    List<Reviewing.Ending> endings =
        Objects.requireNonNullElse(body.endings(), List.<ReviewEndingBody>of()).stream()
            .map(e -> new Reviewing.Ending(given(e.rule()), given(e.digest())))
            .toList();
    if (endings.isEmpty()) {
      throw ApiProblem.PARAMETER.because(
          "The field endings names nothing.", "Write rules, each with the digest of its look.");
    }
    work.erase(endings, given(body.reason()), who(identity));
  }
}
