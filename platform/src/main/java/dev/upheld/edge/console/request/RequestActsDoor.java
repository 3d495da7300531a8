package dev.upheld.edge.console.request;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Handling;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RequestPage;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people of the company do with a request; a form that is refused comes back as it was. */
@Controller
public final class RequestActsDoor {
  private final Requests requests;
  private final Access access;
  private final RequestsDoor pages;

  public RequestActsDoor(Requests requests, Access access, RequestsDoor pages) {
    this.requests = requests;
    this.access = access;
    this.pages = pages;
  }

  /** A form: which one, and the text in it, to show it again. */
  record Form(String name, String text) {}

  Reply act(String ref, Identity identity, Form form, BiConsumer<CaseRef, ReferenceId> act) {
    Optional<CaseRef> known = CaseRef.parse(ref).filter(r -> requests.inbox().find(r).isPresent());
    if (known.isEmpty()) {
      return Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST);
    }
    try {
      act.accept(known.get(), pages.who(identity));
      return Reply.go(RequestsDoor.HERE + "/" + known.get(), Notice.REQUEST_CHANGED);
    } catch (ProblemException e) {
      RequestProblem why = RequestsDoor.why(e);
      return Reply.again(
          pages.page(
              requests.inbox().find(known.get()).orElseThrow(),
              identity,
              Optional.of(new RequestPage.Refused(form.name(), why, form.text(), because(e)))));
    }
  }

  /** What plans and carries out says more than a general sentence can. */
  private static List<Problem> because(ProblemException e) {
    return e.problems().stream()
        .filter(p -> p.code() == RequestProblem.NO_WAY || p.code() == RequestProblem.PLAN)
        .toList();
  }

  private Handling handling() {
    return requests.handling();
  }

  /** Asks who the person is, on a doubt. */
  @PostMapping("/requests/{ref}/ask")
  @Needs(Permission.REQUESTS_WORK)
  public Reply ask(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return act(
        ref, identity, new Form("ask", words), (r, who) -> handling().askIdentity(r, words, who));
  }

  /** Notes that it is clear who asks. */
  @PostMapping("/requests/{ref}/prove")
  @Needs(Permission.REQUESTS_WORK)
  public Reply prove(
      @PathVariable String ref, @RequestParam(defaultValue = "") String method, Identity identity) {
    return act(ref, identity, new Form("prove", ""), (r, who) -> handling().prove(r, method, who));
  }

  /** Writes to the person. */
  @PostMapping("/requests/{ref}/message")
  @Needs(Permission.REQUESTS_WORK)
  public Reply message(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return act(
        ref, identity, new Form("message", words), (r, who) -> handling().write(r, words, who));
  }

  /** Takes longer. */
  @PostMapping("/requests/{ref}/extend")
  @Needs(Permission.REQUESTS_WORK)
  public Reply extend(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return act(
        ref, identity, new Form("extend", words), (r, who) -> handling().extend(r, words, who));
  }

  /** Notes that one right was kept. */
  @PostMapping("/requests/{ref}/keep")
  @Needs(Permission.REQUESTS_WORK)
  public Reply keep(
      @PathVariable String ref, @RequestParam(defaultValue = "") String right, Identity identity) {
    return act(
        ref, identity, new Form("refuse-" + right, ""), (r, who) -> handling().keep(r, right, who));
  }

  /** Refuses one right. */
  @PostMapping("/requests/{ref}/refuse")
  @Needs(Permission.REQUESTS_WORK)
  public Reply refuse(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String right,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String words,
      Identity identity) {
    return act(
        ref,
        identity,
        new Form("refuse-" + right, words),
        (r, who) -> handling().refuse(r, right, new Handling.Refusal(ground, words), who));
  }

  /** Gives a task. */
  @PostMapping("/requests/{ref}/task")
  @Needs(Permission.REQUESTS_WORK)
  public Reply task(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due,
      Identity identity) {
    LocalDate by = RequestsDoor.day(due).orElse(requests.today());
    Optional<ReferenceId> given =
        PersonId.parse(owner)
            .filter(p -> access.people().find(p).isPresent())
            .map(p -> access.people().reference(p));
    return act(
        ref,
        identity,
        new Form("task", words),
        (r, who) -> handling().task(r, new Handling.NewTask(words, given, by), who));
  }

  /** Notes what was done. */
  @PostMapping("/requests/{ref}/done")
  @Needs(Permission.REQUESTS_WORK)
  public Reply done(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String task,
      @RequestParam(defaultValue = "") String words,
      Identity identity) {
    return act(
        ref,
        identity,
        new Form("done-" + task, words),
        (r, who) -> handling().done(r, id(task), words, who));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0); // no task has it
    }
  }

  /** Sends it to the customer it belongs to. */
  @PostMapping("/requests/{ref}/forward")
  @Needs(Permission.REQUESTS_WORK)
  public Reply forward(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return act(
        ref, identity, new Form("forward", words), (r, who) -> handling().forward(r, words, who));
  }

  /** Answers it. */
  @PostMapping("/requests/{ref}/finish")
  @Needs(Permission.REQUESTS_WORK)
  public Reply finish(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return act(
        ref, identity, new Form("finish", words), (r, who) -> handling().finish(r, words, who));
  }

  /** Has the work planned. */
  @PostMapping("/requests/{ref}/plan")
  @Needs(Permission.REQUESTS_WORK)
  public Reply plan(@PathVariable String ref, Identity identity) {
    return act(ref, identity, new Form("work", ""), (r, who) -> handling().plan(r, who));
  }

  /** Agrees to the plan as it was shown. */
  @PostMapping("/requests/{ref}/approve")
  @Needs(Permission.REQUESTS_APPROVE)
  public Reply approve(
      @PathVariable String ref, @RequestParam(defaultValue = "") String digest, Identity identity) {
    return act(ref, identity, new Form("work", ""), (r, who) -> handling().approve(r, digest, who));
  }

  /** Has the approved plan carried out. */
  @PostMapping("/requests/{ref}/run")
  @Needs(Permission.REQUESTS_APPROVE)
  public Reply run(@PathVariable String ref, Identity identity) {
    return act(ref, identity, new Form("work", ""), (r, who) -> handling().run(r, who));
  }

  /** Has what runs stop at the next safe point. */
  @PostMapping("/requests/{ref}/pause")
  @Needs(Permission.REQUESTS_WORK)
  public Reply pause(@PathVariable String ref, Identity identity) {
    return act(ref, identity, new Form("work", ""), (r, who) -> handling().pausing().pause(r, who));
  }

  /** Has what was paused go on. */
  @PostMapping("/requests/{ref}/resume")
  @Needs(Permission.REQUESTS_WORK)
  public Reply resume(@PathVariable String ref, Identity identity) {
    return act(
        ref, identity, new Form("work", ""), (r, who) -> handling().pausing().resume(r, who));
  }
}
