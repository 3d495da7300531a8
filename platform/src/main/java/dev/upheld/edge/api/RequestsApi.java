package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseLine;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Channel;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Handling;
import dev.upheld.duty.request.Inbox;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.Requests;
import dev.upheld.journal.ReferenceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Requests of people for programs. Who asks stands in bodies alone; addresses hold opaque
 * references, and answers say nothing of a person.
 */
@Controller
@ResponseBody
public final class RequestsApi {
  private final Requests requests;
  private final Access access;

  public RequestsApi(Requests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /**
   * A request that came to a program of the company.
   *
   * @param rights what is asked, by word: {@code access}
   * @param received the day it reached the company; missing for today
   * @param language {@code en} or {@code fr}; missing for English
   * @param identifiers account or customer numbers
   */
  public record RequestBodyShape(
      @Nullable List<String> rights,
      @Nullable String received,
      @Nullable String language,
      @Nullable String name,
      @Nullable String email,
      @Nullable String identifiers,
      @Nullable String details) {}

  /** Whom to look for: a reference, or a whole mail address. */
  public record FindBody(@Nullable String word) {}

  /** How it became clear who asks: {@code account}, {@code call-back}. */
  public record IdentityBody(@Nullable String method) {}

  /** A text in plain words. */
  public record TextBody(@Nullable String text) {}

  /** Which right was kept. */
  public record RightBody(@Nullable String right) {}

  /** Why a right is refused: a ground of the law, and the reason for this person. */
  public record RefuseBody(
      @Nullable String right, @Nullable String ground, @Nullable String text) {}

  /**
   * A request, without a word of who asks.
   *
   * @param due the day to work towards
   * @param suspended the same without the days waited for the person
   * @param late whether that day is over, or was when it was answered
   */
  public record RequestShape(
      String ref,
      String channel,
      String state,
      List<String> rights,
      String received,
      String due,
      String suspended,
      boolean extended,
      boolean late,
      @Nullable String ended) {

    static RequestShape of(CaseLine line, LocalDate today) {
      return new RequestShape(
          line.ref().value(),
          line.channel().word(),
          line.state().word(),
          line.rights(),
          line.received().toString(),
          line.due().toString(),
          line.suspended().toString(),
          line.extended(),
          line.late(today),
          line.ended().map(LocalDate::toString).orElse(null));
    }
  }

  /** What became of one right, and on which ground it was refused. */
  public record RightShape(String right, String outcome, String due, @Nullable String ground) {

    static RightShape of(CaseFile.RightLine line) {
      return new RightShape(
          line.right(),
          line.outcome().name().toLowerCase(Locale.ROOT),
          line.due().toString(),
          line.ground().orElse(null));
    }
  }

  /**
   * One request in full, as far as it can be told without telling who asks.
   *
   * @param provedBy how it became clear who asks; missing as long as it is not
   * @param openTasks how many tasks by hand wait
   * @param eraseAfter the last day its file is kept
   */
  public record RequestFileShape(
      RequestShape request,
      List<RightShape> rights,
      @Nullable String provedBy,
      int openTasks,
      @Nullable String eraseAfter) {}

  /**
   * How far the work in the systems is; all zero as long as it was not begun.
   *
   * @param systems in all
   * @param rowsPlanned rows that are erased; 0 where nothing is
   * @param paused since when somebody has it wait
   * @param stopped why it does not go on
   * @param receipt when it was done
   */
  public record ProgressShape(
      long systemsDone,
      long systems,
      long rowsDone,
      long rowsPlanned,
      @Nullable String paused,
      @Nullable String stopped,
      @Nullable String receipt) {

    static ProgressShape of(RequestWork.Progress progress) {
      return new ProgressShape(
          progress.done(),
          progress.total(),
          progress.rows().done(),
          progress.rows().planned(),
          progress.paused().map(Instant::toString).orElse(null),
          progress.stopped().orElse(null),
          progress.receipt().map(r -> r.at().toString()).orElse(null));
    }
  }

  /** Open requests by deadline. */
  @GetMapping("/api/v1/requests")
  @Summary("Open requests by deadline, without a word of who asks.")
  @Needs(Permission.REQUESTS_READ)
  public List<RequestShape> requestsOpen() {
    return shapes(requests.inbox().list(Inbox.Show.OPEN));
  }

  /** Requests that ended. */
  @GetMapping("/api/v1/requests/ended")
  @Summary("Requests that ended, the newest first.")
  @Needs(Permission.REQUESTS_READ)
  public List<RequestShape> requestsEnded() {
    return shapes(requests.inbox().list(Inbox.Show.ENDED));
  }

  /** Requests of a reference or of whoever has this address. */
  @PostMapping("/api/v1/requests/find")
  @Summary("Requests of a reference, or of whoever has this mail address.")
  @Needs(Permission.REQUESTS_READ)
  public List<RequestShape> requestsFound(@RequestBody FindBody body) {
    return shapes(requests.inbox().search(text(body.word())));
  }

  private List<RequestShape> shapes(List<CaseLine> lines) {
    return lines.stream().map(l -> RequestShape.of(l, requests.today())).toList();
  }

  /** One request. */
  @GetMapping("/api/v1/requests/{ref}")
  @Summary("One request: its dates and what became of each right.")
  @Needs(Permission.REQUESTS_READ)
  public RequestFileShape requestFile(@PathVariable String ref) {
    CaseFile file = requests.inbox().find(known(ref)).orElseThrow(RequestsApi::unknown);
    return new RequestFileShape(
        RequestShape.of(file.line(), requests.today()),
        file.rights().stream().map(RightShape::of).toList(),
        file.proved().map(CaseFile.Proof::method).orElse(null),
        (int) file.tasks().stream().filter(t -> t.done().isEmpty()).count(),
        file.eraseAfter().map(LocalDate::toString).orElse(null));
  }

  /** Opens a request. */
  @PostMapping("/api/v1/requests")
  @Summary("Opens a request that reached a program of the company; answers with its reference.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.CREATED)
  public RequestShape requestOpen(@RequestBody RequestBodyShape body, Identity identity) {
    CaseRef ref =
        requests
            .handling()
            .open(
                new Handling.New(
                    Channel.API,
                    text(body.language()).equals("fr") ? "fr" : "en",
                    received(text(body.received())),
                    Objects.requireNonNullElse(body.rights(), List.of()),
                    new Contents(
                        text(body.name()),
                        text(body.email()),
                        "",
                        text(body.identifiers()),
                        text(body.details()),
                        "",
                        "",
                        "")),
                who(identity));
    return RequestShape.of(
        requests.inbox().find(ref).orElseThrow(RequestsApi::unknown).line(), requests.today());
  }

  private LocalDate received(String text) {
    try {
      return text.isEmpty() ? requests.today() : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ApiProblem.PARAMETER.because(
          "The field received is not a day.", "Write it like 2027-06-30.");
    }
  }

  /** Notes that it is clear who asks. */
  @PostMapping("/api/v1/requests/{ref}/identity")
  @Summary("Notes that it is clear who asks, and how.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestIdentity(
      @PathVariable String ref, @RequestBody IdentityBody body, Identity identity) {
    requests.handling().prove(known(ref), text(body.method()), who(identity));
  }

  /** Writes to the person. */
  @PostMapping("/api/v1/requests/{ref}/message")
  @Summary("Writes to the person, who reads it on their private page.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestMessage(
      @PathVariable String ref, @RequestBody TextBody body, Identity identity) {
    requests.handling().write(known(ref), text(body.text()), who(identity));
  }

  /** Takes longer, for a reason. */
  @PostMapping("/api/v1/requests/{ref}/extend")
  @Summary("Announces that it takes longer, with the reason, while the law lets one.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestExtend(
      @PathVariable String ref, @RequestBody TextBody body, Identity identity) {
    requests.handling().extend(known(ref), text(body.text()), who(identity));
  }

  /** Notes that one right was kept. */
  @PostMapping("/api/v1/requests/{ref}/keep")
  @Summary("Notes that one right was kept while others wait.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestKeep(
      @PathVariable String ref, @RequestBody RightBody body, Identity identity) {
    requests.handling().keep(known(ref), text(body.right()), who(identity));
  }

  /** Refuses one right. */
  @PostMapping("/api/v1/requests/{ref}/refuse")
  @Summary("Refuses one right on a ground of the law, with the reason for this person.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestRefuse(
      @PathVariable String ref, @RequestBody RefuseBody body, Identity identity) {
    requests
        .handling()
        .refuse(
            known(ref),
            text(body.right()),
            new Handling.Refusal(text(body.ground()), text(body.text())),
            who(identity));
  }

  /** Has the work in the systems wait. */
  @PostMapping("/api/v1/requests/{ref}/pause")
  @Summary("Has the work in the systems stop at the next safe point, until it is resumed.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestPause(@PathVariable String ref, Identity identity) {
    requests.handling().pausing().pause(known(ref), who(identity));
  }

  /** Has the work go on. */
  @PostMapping("/api/v1/requests/{ref}/resume")
  @Summary("Has work that was paused go on where it stopped.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void requestResume(@PathVariable String ref, Identity identity) {
    requests.handling().pausing().resume(known(ref), who(identity));
  }

  /** How far the work in the systems is. */
  @GetMapping("/api/v1/requests/{ref}/progress")
  @Summary("How far the work in the systems is, in systems and in rows.")
  @Needs(Permission.REQUESTS_READ)
  public ProgressShape requestProgress(@PathVariable String ref) {
    CaseRef known = known(ref);
    if (requests.inbox().find(known).isEmpty()) {
      throw unknown();
    }
    return requests
        .handling()
        .work()
        .progress(known)
        .map(ProgressShape::of)
        .orElseGet(() -> new ProgressShape(0, 0, 0, 0, null, null, null));
  }

  /** Answers it. */
  @PostMapping("/api/v1/requests/{ref}/finish")
  @Summary("Answers: whatever is not refused was kept.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestFinish(
      @PathVariable String ref, @RequestBody TextBody body, Identity identity) {
    requests.handling().finish(known(ref), text(body.text()), who(identity));
  }

  private static CaseRef known(String ref) {
    return CaseRef.parse(ref).orElseThrow(RequestsApi::unknown);
  }

  private static dev.upheld.kernel.ProblemException unknown() {
    return ApiProblem.NO_SUCH_REQUEST.because(
        "There is no such request.", "GET /api/v1/requests lists those that are open.");
  }

  private static String text(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).orElse("");
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }
}
