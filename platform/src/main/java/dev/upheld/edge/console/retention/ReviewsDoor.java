package dev.upheld.edge.console.retention;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.retention.Reason;
import dev.upheld.duty.retention.ReviewWork;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RetentionReviews;
import dev.upheld.edge.console.view.ReviewEndings;
import dev.upheld.edge.console.view.View;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The queue of dated reviews: what is kept by a reason without a number, decided in bulk. */
@Controller
public final class ReviewsDoor {
  private static final String HERE = "/retention/reviews";
  private static final String LOOKS = HERE + "/looks";

  private final ReviewWork work;
  private final Access access;

  public ReviewsDoor(ReviewWork work, Access access) {
    this.work = work;
    this.access = access;
  }

  /** All there is, as it was last counted by the account that may only read. */
  @GetMapping(HERE)
  @Needs(Permission.PROMISES_READ)
  public RetentionReviews page(Identity identity) {
    return queue(Form.NONE, identity, Map.of(), Optional.empty());
  }

  /** What would go, place by place, as it was looked at. */
  @GetMapping(LOOKS)
  @Needs(Permission.RETENTION_RELEASE)
  public ReviewEndings looks() {
    return endings(Form.NONE, Map.of(), Optional.empty());
  }

  private RetentionReviews queue(
      Form form, Identity identity, Map<String, FieldError> errors, Optional<String> refused) {
    return new RetentionReviews(
        work.queue(),
        work.today(),
        new RetentionReviews.May(
            identity.may(Permission.RETENTION_RELEASE), identity.may(Permission.RETENTION_MANAGE)),
        form.rules(),
        form.entered(),
        errors,
        refused);
  }

  private ReviewEndings endings(
      Form form, Map<String, FieldError> errors, Optional<String> refused) {
    return new ReviewEndings(
        work.queue().stream()
            .flatMap(
                line ->
                    line.look().stream()
                        .map(look -> new ReviewEndings.Item(line, look, work.isFresh(look))))
            .toList(),
        form.rules(),
        form.said(),
        errors,
        refused);
  }

  /**
   * The fields, as sent.
   *
   * @param rule those ticked; where something is to go, each behind the digest of its look
   */
  public record Form(
      @Nullable List<String> rule,
      @Nullable String next,
      @Nullable String before,
      @Nullable String reason) {
    static final Form NONE = new Form(null, null, null, null);

    Set<String> rules() {
      return new LinkedHashSet<>(Objects.requireNonNullElse(rule, List.of()));
    }

    Map<String, String> entered() {
      return Map.of("next", text(next), "before", text(before), "reason", text(reason));
    }

    String said() {
      return text(reason);
    }

    private static String text(@Nullable String given) {
      return Objects.requireNonNullElse(given, "").strip();
    }

    @Override
    public String toString() {
      return "Form";
    }
  }

  private static Optional<LocalDate> day(Form form, String field, Map<String, FieldError> errors) {
    try {
      return Optional.of(LocalDate.parse(form.entered().getOrDefault(field, "")));
    } catch (DateTimeException e) {
      errors.put(field, FieldError.of(Fault.NOT_A_DATE));
      return Optional.empty();
    }
  }

  /** The faults of a form, beginning with those that any of them can have. */
  private static Map<String, FieldError> chosen(Form form) {
    Map<String, FieldError> errors = new HashMap<>();
    if (form.rules().isEmpty()) {
      errors.put("rule", FieldError.of(Fault.REQUIRED));
    }
    return errors;
  }

  private static void reason(Form form, Map<String, FieldError> errors) {
    if (form.said().length() < Reason.SHORTEST) {
      errors.put("reason", FieldError.of(Fault.TOO_SHORT, Reason.SHORTEST));
    } else if (form.said().length() > Reason.REVIEW.longest()) {
      errors.put("reason", FieldError.of(Fault.TOO_LONG, Reason.REVIEW.longest()));
    }
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  /** Shows a form again, with its faults or with why it was refused. */
  private interface Again {
    View page(Map<String, FieldError> errors, Optional<String> refused);
  }

  /** Does what a form without faults asks for. */
  private static Reply did(
      Map<String, FieldError> errors, Again again, Runnable act, Reply afterwards) {
    if (!errors.isEmpty()) {
      return Reply.again(again.page(errors, Optional.empty()));
    }
    try {
      act.run();
    } catch (ProblemException e) {
      String why = e.problems().getFirst().what() + " " + e.problems().getFirst().mend();
      return Reply.again(again.page(Map.of(), Optional.of(why)));
    }
    return afterwards;
  }

  /** Keeps what is there until somebody looks again. */
  @PostMapping(HERE + "/keep")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply keep(Form form, Identity identity) {
    Map<String, FieldError> errors = chosen(form);
    reason(form, errors);
    Optional<LocalDate> next = day(form, "next", errors);
    return did(
        errors,
        (faults, refused) -> queue(form, identity, faults, refused),
        () -> work.keep(form.rules(), next.orElseThrow(), form.said(), who(identity)),
        Reply.go(HERE, Notice.REVIEW_KEPT));
  }

  /** Wants to see what would go; nothing is changed. */
  @PostMapping(HERE + "/look")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply look(Form form, Identity identity) {
    Map<String, FieldError> errors = chosen(form);
    Optional<LocalDate> before = day(form, "before", errors);
    return did(
        errors,
        (faults, refused) -> queue(form, identity, faults, refused),
        () -> work.look(form.rules(), before.orElseThrow()),
        Reply.go(LOOKS));
  }

  /** Wants all places counted anew. */
  @PostMapping(HERE + "/count")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply count() {
    work.recount();
    return Reply.go(HERE, Notice.RETENTION_COUNTING);
  }

  /** Lets go what was looked at. */
  @PostMapping(HERE + "/erase")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply erase(Form form, Identity identity) {
    Map<String, FieldError> errors = chosen(form);
    reason(form, errors);
    return did(
        errors,
        (faults, refused) -> endings(form, faults, refused),
        () ->
            work.erase(
                form.rules().stream().map(ReviewsDoor::ending).toList(),
                form.said(),
                who(identity)),
        Reply.go(HERE, Notice.REVIEW_ENDING));
  }

  /** What was ticked: the digest that was seen, a space and the rule. */
  private static Reviewing.Ending ending(String ticked) {
    int space = Math.max(0, ticked.indexOf(' '));
    return new Reviewing.Ending(ticked.substring(space).strip(), ticked.substring(0, space));
  }
}
