package dev.upheld.edge.console.proof;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.board.Assigned;
import dev.upheld.probe.board.Attestation;
import dev.upheld.probe.board.Board;
import dev.upheld.probe.board.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What people do about a promise. Every form names it in the field {@code promise}. */
@Controller
public final class ActsDoor {
  private final Board board;
  private final Who who;
  private final ProofDoor pages;
  private final ZoneId zone;

  /**
   * @param pages shows a form again that was not accepted
   * @param zone in which dates are meant
   */
  public ActsDoor(Board board, Access access, ProofDoor pages, ZoneId zone) {
    this.board = board;
    this.who = new Who(access);
    this.pages = pages;
    this.zone = zone;
  }

  /**
   * The fields of all forms; each form sends its own.
   *
   * @param back where to go on; empty for the promise's page
   */
  public record Form(
      @Nullable String promise,
      @Nullable String back,
      @Nullable String owner,
      @Nullable String due,
      @Nullable String text,
      @Nullable String document,
      @Nullable String digest,
      @Nullable String until) {

    Optional<PromiseId> id() {
      String[] parts = Objects.requireNonNullElse(promise, "").split("/", -1);
      return parts.length == 3
          ? Optional.of(new PromiseId(parts[0], parts[1], parts[2]))
          : Optional.empty();
    }

    String next() {
      String page = "/promises/" + Objects.requireNonNullElse(promise, "");
      return back == null || back.isEmpty() ? page : back;
    }
  }

  /** An act on a promise; throws what the board refuses. */
  private interface Act {
    void on(PromiseId promise, ReferenceId person);
  }

  private static String said(@Nullable String value) {
    return Objects.requireNonNullElse(value, "").strip();
  }

  private Reply act(Form form, Identity identity, Notice done, Act act) {
    Optional<PromiseId> promise = form.id();
    if (promise.isEmpty() || board.promise(promise.get()).isEmpty()) {
      return Reply.go("/promises", Notice.NOT_DONE);
    }
    act.on(promise.get(), who.of(identity));
    return Reply.go(form.next(), done);
  }

  /** Says that somebody has seen the verdict. */
  @PostMapping("/promises/act/acknowledge")
  @Needs(Permission.PROMISES_ACKNOWLEDGE)
  public Reply acknowledge(Form form, Identity identity) {
    return act(form, identity, Notice.ACKNOWLEDGED, board::acknowledge);
  }

  /** Has it measured now. */
  @PostMapping("/promises/act/prove")
  @Needs(Permission.PROMISES_PROVE)
  public Reply prove(Form form, Identity identity) {
    return act(form, identity, Notice.PROVING, board::proveNow);
  }

  /** Gives it to somebody, or to nobody. */
  @PostMapping("/promises/act/assign")
  @Needs(Permission.PROMISES_ASSIGN)
  public Reply assign(Form form, Identity identity) {
    Errors errors = new Errors();
    Optional<ReferenceId> owner = who.chosen(said(form.owner()));
    if (owner.isEmpty() && !said(form.owner()).isEmpty()) {
      errors.add("assign.owner", FieldError.of(Fault.UNKNOWN_CHOICE));
    }
    Optional<Instant> due =
        said(form.due()).isEmpty() ? Optional.empty() : day(form.due(), "assign.due", errors);
    Map<String, String> entered =
        Map.of("assign.owner", said(form.owner()), "assign.due", said(form.due()));
    return errors.none()
        ? refusable(
            form,
            identity,
            entered,
            () ->
                act(
                    form,
                    identity,
                    Notice.ASSIGNED,
                    (p, by) -> board.assign(p, new Assigned(owner, due), by)))
        : again(form, identity, new Refusal(entered, errors.all()));
  }

  /** Writes beside it. */
  @PostMapping("/promises/act/comment")
  @Needs(Permission.PROMISES_COMMENT)
  public Reply comment(Form form, Identity identity) {
    String text = said(form.text());
    return refusable(
        form,
        identity,
        Map.of("comment.text", text),
        () -> act(form, identity, Notice.COMMENTED, (p, by) -> board.comment(p, text, by)));
  }

  /** Gives evidence, where only a person can. */
  @PostMapping("/promises/act/attest")
  @Needs(Permission.PROMISES_ATTEST)
  public Reply attest(Form form, Identity identity) {
    Errors errors = new Errors();
    String document = said(form.document());
    if (document.isEmpty()) {
      errors.add("attest.document", FieldError.of(Fault.REQUIRED));
    }
    Optional<Instant> until = day(form.until(), "attest.until", errors);
    Optional<String> digest = Optional.of(said(form.digest())).filter(d -> !d.isEmpty());
    Map<String, String> entered =
        Map.of(
            "attest.document", document,
            "attest.digest", said(form.digest()),
            "attest.until", said(form.until()));
    if (!errors.none()) {
      return again(form, identity, new Refusal(entered, errors.all()));
    }
    Attestation given = new Attestation(document, digest, until.orElseThrow());
    return refusable(
        form,
        identity,
        entered,
        () -> act(form, identity, Notice.ATTESTED, (p, by) -> board.attest(p, given, by)));
  }

  /** The last instant of a day. */
  private Optional<Instant> day(@Nullable String day, String field, Errors errors) {
    Optional<Instant> last = Days.lastInstant(said(day), zone);
    if (last.isEmpty()) {
      errors.add(field, FieldError.of(Fault.NOT_A_DATE));
    }
    return last;
  }

  private Reply refusable(
      Form form, Identity identity, Map<String, String> entered, Supplier<Reply> act) {
    try {
      return act.get();
    } catch (ProblemException e) {
      Errors errors = new Errors();
      e.problems().forEach(p -> errors.add(p.code()));
      if (errors.none()) {
        throw e;
      }
      return again(form, identity, new Refusal(entered, errors.all()));
    }
  }

  private Reply again(Form form, Identity identity, Refusal refusal) {
    return form.id()
        .map(id -> Reply.again(pages.page(id, identity, refusal)))
        .orElseGet(() -> Reply.go("/promises", Notice.NOT_DONE));
  }
}
