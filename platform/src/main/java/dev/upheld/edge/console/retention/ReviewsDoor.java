package dev.upheld.edge.console.retention;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RetentionReviews;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The queue of dated reviews: what is kept by a reason without a number, decided in bulk. */
@Controller
public final class ReviewsDoor {
  private static final String HERE = "/retention/reviews";

  private final Reviewing reviewing;
  private final Supplier<Workspace> workspace;
  private final Access access;

  /**
   * @param workspace as it was last read without faults
   */
  public ReviewsDoor(Reviewing reviewing, Supplier<Workspace> workspace, Access access) {
    this.reviewing = reviewing;
    this.workspace = workspace;
    this.access = access;
  }

  /** All there is, counted now by the account that may only read. */
  @GetMapping(HERE)
  @Needs(Permission.PROMISES_READ)
  public RetentionReviews page(Identity identity) {
    return page(new Form(null, null, null, null, null), identity, new Seen());
  }

  /** What came of a form that is shown again. */
  private record Seen(
      Map<String, FieldError> errors, List<Planned> endings, Optional<String> refused) {
    Seen() {
      this(new HashMap<>(), List.of(), Optional.empty());
    }

    Seen(String refused) {
      this(Map.of(), List.of(), Optional.of(refused));
    }
  }

  private RetentionReviews page(Form form, Identity identity, Seen seen) {
    return new RetentionReviews(
        reviewing.queue(workspace.get(), Progress.SILENT),
        reviewing.today(workspace.get()),
        identity.may(Permission.RETENTION_RELEASE),
        form.rules(),
        form.entered(),
        seen.errors(),
        seen.endings(),
        seen.refused());
  }

  /**
   * The fields, as sent.
   *
   * @param rule those ticked
   * @param digest of each rule that was looked at, in the same order
   */
  public record Form(
      @Nullable List<String> rule,
      @Nullable List<String> digest,
      @Nullable String next,
      @Nullable String before,
      @Nullable String reason) {

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

  private static void choice(Form form, Map<String, FieldError> errors) {
    if (form.rules().isEmpty()) {
      errors.put("rule", FieldError.of(Fault.REQUIRED));
    }
  }

  private static void reason(Form form, Map<String, FieldError> errors) {
    if (form.said().length() < Reviewing.SHORTEST) {
      errors.put("reason", FieldError.of(Fault.TOO_SHORT, Reviewing.SHORTEST));
    } else if (form.said().length() > Reviewing.LONGEST) {
      errors.put("reason", FieldError.of(Fault.TOO_LONG, Reviewing.LONGEST));
    }
  }

  private Optional<ReferenceId> who(Identity identity) {
    return Optional.of(access.people().reference(identity.person()));
  }

  private static String said(ProblemException e) {
    return e.problems().getFirst().what() + " " + e.problems().getFirst().mend();
  }

  /** Keeps what is there until somebody looks again. */
  @PostMapping(HERE + "/keep")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply keep(Form form, Identity identity) {
    Seen seen = new Seen();
    choice(form, seen.errors());
    reason(form, seen.errors());
    Optional<LocalDate> next = day(form, "next", seen.errors());
    if (!seen.errors().isEmpty()) {
      return Reply.again(page(form, identity, seen));
    }
    try {
      reviewing.keep(workspace.get(), form.rules(), next.orElseThrow(), form.said(), who(identity));
    } catch (ProblemException e) {
      return Reply.again(page(form, identity, new Seen(said(e))));
    }
    return Reply.go(HERE, Notice.REVIEW_KEPT);
  }

  /** Counts what would go; nothing is changed. */
  @PostMapping(HERE + "/look")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply look(Form form, Identity identity) {
    Seen seen = new Seen();
    choice(form, seen.errors());
    reason(form, seen.errors());
    Optional<LocalDate> before = day(form, "before", seen.errors());
    if (!seen.errors().isEmpty()) {
      return Reply.again(page(form, identity, seen));
    }
    try {
      List<Planned> plans = new ArrayList<>();
      for (String rule : form.rules()) {
        plans.add(reviewing.look(workspace.get(), rule, before.orElseThrow()));
      }
      return Reply.show(page(form, identity, new Seen(Map.of(), plans, Optional.empty())));
    } catch (ProblemException e) {
      return Reply.again(page(form, identity, new Seen(said(e))));
    }
  }

  /** Lets go what was looked at. */
  @PostMapping(HERE + "/erase")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply erase(Form form, Identity identity) {
    Seen seen = new Seen();
    choice(form, seen.errors());
    reason(form, seen.errors());
    Optional<LocalDate> before = day(form, "before", seen.errors());
    List<String> digests = Objects.requireNonNullElse(form.digest(), List.of());
    List<String> rules = List.copyOf(form.rules());
    if (!seen.errors().isEmpty() || digests.size() != rules.size()) {
      return Reply.again(page(form, identity, seen));
    }
    try {
      List<Reviewing.Ending> endings = new ArrayList<>();
      for (int i = 0; i < rules.size(); i++) {
        endings.add(new Reviewing.Ending(rules.get(i), before.orElseThrow(), digests.get(i)));
      }
      reviewing.erase(workspace.get(), endings, form.said(), who(identity));
    } catch (ProblemException e) {
      return Reply.again(page(form, identity, new Seen(said(e))));
    }
    return Reply.go(HERE, Notice.REVIEW_ENDING);
  }
}
