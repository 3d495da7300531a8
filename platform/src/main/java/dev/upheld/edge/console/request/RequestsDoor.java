package dev.upheld.edge.console.request;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.People;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseLine;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Channel;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Handling;
import dev.upheld.duty.request.Inbox;
import dev.upheld.duty.request.Offer;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RequestInbox;
import dev.upheld.edge.console.view.RequestNew;
import dev.upheld.edge.console.view.RequestPage;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.law.Sourced;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox, the page of a request, and a request typed in from a letter. */
@Controller
public final class RequestsDoor {
  static final String HERE = "/requests";
  private static final List<String> FIELDS =
      List.of(
          "channel",
          "received",
          "language",
          "name",
          "email",
          "postal",
          "identifiers",
          "behalf",
          "details");

  private final Requests requests;
  private final Access access;

  public RequestsDoor(Requests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /** Open requests by deadline, or those that ended. */
  @GetMapping(HERE)
  @Needs(Permission.REQUESTS_READ)
  public RequestInbox inbox(@RequestParam(defaultValue = "open") String show, Identity identity) {
    boolean ended = show.equals("ended");
    return inbox(
        requests.inbox().list(ended ? Inbox.Show.ENDED : Inbox.Show.OPEN),
        ended ? "ended" : "open",
        identity);
  }

  private RequestInbox inbox(List<CaseLine> lines, String show, Identity identity) {
    return new RequestInbox(
        lines,
        show,
        requests.today(),
        identity.may(Permission.REQUESTS_WORK),
        "/privacy",
        requests.mails().waiting());
  }

  /** Looks for a reference or a whole mail address. */
  @PostMapping("/requests/search")
  @Needs(Permission.REQUESTS_READ)
  public Reply search(@RequestParam(defaultValue = "") String word, Identity identity) {
    List<CaseLine> found = requests.inbox().search(word);
    return found.size() == 1
        ? Reply.go(HERE + "/" + found.getFirst().ref())
        : Reply.show(inbox(found, "found", identity));
  }

  /** The form for a letter. */
  @GetMapping("/requests/new")
  @Needs(Permission.REQUESTS_WORK)
  public RequestNew form() {
    return new RequestNew(
        requests.offers(),
        Set.of(),
        Map.of("received", requests.today().toString(), "channel", "letter"),
        Optional.empty(),
        Optional.empty());
  }

  /** Opens a request from a letter or a mail. */
  @PostMapping("/requests/new")
  @Needs(Permission.REQUESTS_WORK)
  public Reply open(HttpServletRequest request, Identity identity) {
    Map<String, String> entered = entered(request);
    List<String> rights = rights(request);
    try {
      CaseRef ref = requests.handling().open(read(entered, rights), who(identity));
      return Reply.go(HERE + "/" + ref, Notice.REQUEST_OPENED);
    } catch (ProblemException e) {
      return Reply.again(
          new RequestNew(
              requests.offers(),
              Set.copyOf(rights),
              entered,
              Optional.of(why(e)),
              Optional.empty()));
    }
  }

  static Map<String, String> entered(HttpServletRequest request) {
    Map<String, String> entered = new HashMap<>();
    FIELDS.forEach(
        f -> entered.put(f, Objects.requireNonNullElse(request.getParameter(f), "").strip()));
    return entered;
  }

  static List<String> rights(HttpServletRequest request) {
    return Arrays.asList(
        Objects.requireNonNullElse(request.getParameterValues("right"), new String[0]));
  }

  private static Handling.New read(Map<String, String> entered, List<String> rights) {
    return new Handling.New(
        Channel.ofWord(entered.getOrDefault("channel", ""))
            .filter(c -> c == Channel.LETTER || c == Channel.MAIL)
            .orElse(Channel.LETTER),
        language(entered),
        day(entered.getOrDefault("received", "")).orElse(LocalDate.MAX),
        rights,
        contents(entered));
  }

  static String language(Map<String, String> entered) {
    return Language.ofTag(entered.getOrDefault("language", "")).orElse(Language.EN).tag();
  }

  static Contents contents(Map<String, String> entered) {
    return new Contents(
        entered.getOrDefault("name", ""),
        entered.getOrDefault("email", ""),
        entered.getOrDefault("postal", ""),
        entered.getOrDefault("identifiers", ""),
        entered.getOrDefault("details", ""),
        entered.getOrDefault("behalf", ""),
        "",
        "");
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** One request. */
  @GetMapping("/requests/{ref}")
  @Needs(Permission.REQUESTS_READ)
  public Reply request(@PathVariable String ref, Identity identity) {
    return CaseRef.parse(ref)
        .flatMap(requests.inbox()::find)
        .map(file -> Reply.show(page(file, identity, Optional.empty())))
        .orElseGet(() -> Reply.go(HERE, Notice.NO_SUCH_REQUEST));
  }

  RequestPage page(CaseFile file, Identity identity, Optional<RequestPage.Refused> refused) {
    RequestWork work = requests.handling().work();
    return new RequestPage(
        file,
        requests.today(),
        grounds(file),
        owners(),
        names(file),
        new RequestPage.Work(
            work.ready(), work.planned(file.ref()), work.progress(file.ref()), marks(file)),
        new RequestPage.May(
            identity.may(Permission.REQUESTS_WORK), identity.may(Permission.REQUESTS_APPROVE)),
        refused,
        requests.papers().waiting(file.ref()));
  }

  private RequestPage.Marks marks(CaseFile file) {
    return new RequestPage.Marks(
        requests.restricting().fits(file),
        requests.restricting().of(file.ref()),
        requests.objecting().of(file),
        requests.deaths().of(file.ref()));
  }

  /** A value of a pack that was not read in its source never refuses a right. */
  private Map<String, List<String>> grounds(CaseFile file) {
    Set<String> asked =
        file.rights().stream().map(CaseFile.RightLine::right).collect(Collectors.toSet());
    return requests.offers().stream()
        .filter(offer -> asked.contains(offer.right()))
        .collect(
            Collectors.toMap(
                Offer::right,
                offer ->
                    offer.limits().stream()
                        .filter(Sourced::mayBind)
                        .map(Sourced::value)
                        .distinct()
                        .toList()));
  }

  private List<Choice> owners() {
    return access.people().list().stream()
        .filter(p -> p.state() == People.State.ACTIVE)
        .map(p -> new Choice(p.id().toString(), p.name().isBlank() ? p.email() : p.name()))
        .toList();
  }

  private Map<ReferenceId, String> names(CaseFile file) {
    Set<ReferenceId> people =
        Stream.concat(
                file.turns().stream().flatMap(t -> t.actor().stream()),
                file.tasks().stream().flatMap(t -> t.owner().stream()))
            .collect(Collectors.toSet());
    Map<String, String> byId =
        owners().stream().collect(Collectors.toMap(Choice::value, Choice::label));
    Map<ReferenceId, String> names = new HashMap<>();
    access
        .people()
        .resolve(people)
        .forEach(
            (reference, id) ->
                Optional.ofNullable(byId.get(id.toString()))
                    .ifPresent(name -> names.put(reference, name)));
    return names;
  }

  ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  /** What a person can mend; anything else goes on to where all failures end. */
  static RequestProblem why(ProblemException e) {
    if (e.problems().getFirst().code() instanceof RequestProblem code) {
      return code;
    }
    throw e;
  }
}
