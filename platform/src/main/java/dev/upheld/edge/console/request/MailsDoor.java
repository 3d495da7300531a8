package dev.upheld.edge.console.request;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Intake;
import dev.upheld.duty.request.Mails;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RequestMails;
import dev.upheld.edge.console.view.RequestNew;
import dev.upheld.kernel.ProblemException;
import dev.upheld.mail.Mail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails that may be requests: somebody looks at each, and makes a request of it or does not. */
@Controller
public final class MailsDoor {
  private static final String HERE = RequestsDoor.HERE + "/mails";

  private final Requests requests;
  private final RequestsDoor pages;

  public MailsDoor(Requests requests, RequestsDoor pages) {
    this.requests = requests;
    this.pages = pages;
  }

  /** Those that wait, the oldest first. */
  @GetMapping(HERE)
  @Needs(Permission.REQUESTS_WORK)
  public RequestMails mails() {
    return new RequestMails(requests.mails().list());
  }

  /** One of them, with the form for a request filled in as far as it goes. */
  @GetMapping(HERE + "/{mail}")
  @Needs(Permission.REQUESTS_WORK)
  public Reply mail(@PathVariable String mail) {
    return requests
        .mails()
        .find(id(mail))
        .map(m -> Reply.show(form(m, Set.of(), entered(m), Optional.empty())))
        .orElseGet(() -> Reply.go(HERE, Notice.NO_SUCH_MAIL));
  }

  private RequestNew form(
      Mails.Waiting mail,
      Set<String> rights,
      Map<String, String> entered,
      Optional<RequestProblem> fault) {
    return new RequestNew(requests.offers(), rights, entered, fault, Optional.of(mail));
  }

  private static Map<String, String> entered(Mails.Waiting waiting) {
    String text = waiting.mail().text();
    return Map.of(
        "name",
        waiting.mail().name(),
        "email",
        Optional.of(waiting.mail().email()).filter(Mail::takes).orElse(""),
        "details",
        text.length() > Intake.LONGEST ? text.substring(0, Intake.LONGEST) : text);
  }

  /** Makes a request of it. */
  @PostMapping(HERE + "/{mail}/open")
  @Needs(Permission.REQUESTS_WORK)
  public Reply open(@PathVariable String mail, HttpServletRequest request, Identity identity) {
    Map<String, String> entered = RequestsDoor.entered(request);
    Set<String> rights = Set.copyOf(RequestsDoor.rights(request));
    try {
      CaseRef ref =
          requests
              .mails()
              .open(
                  id(mail),
                  new Mails.Taken(
                      rights.stream().sorted().toList(),
                      RequestsDoor.language(entered),
                      RequestsDoor.contents(entered)),
                  pages.who(identity));
      return Reply.go(RequestsDoor.HERE + "/" + ref, Notice.REQUEST_OPENED);
    } catch (ProblemException e) {
      RequestProblem why = RequestsDoor.why(e);
      return requests
          .mails()
          .find(id(mail))
          .map(m -> Reply.again(form(m, rights, entered, Optional.of(why))))
          .orElseGet(() -> Reply.go(HERE, Notice.NO_SUCH_MAIL));
    }
  }

  /** Notes that it is none; what it says is erased. */
  @PostMapping(HERE + "/{mail}/refuse")
  @Needs(Permission.REQUESTS_WORK)
  public Reply refuse(
      @PathVariable String mail, @RequestParam(defaultValue = "") String why, Identity identity) {
    Optional<Mails.Matter> known = Mails.Matter.ofWord(why);
    if (known.isEmpty()) {
      return Reply.go(HERE + "/" + id(mail), Notice.NOT_DONE);
    }
    try {
      requests.mails().refuse(id(mail), known.get(), pages.who(identity));
      return Reply.go(HERE, Notice.MAIL_REFUSED);
    } catch (ProblemException e) {
      var _ = RequestsDoor.why(e);
      return Reply.go(HERE, Notice.NO_SUCH_MAIL);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0); // no mail has it
    }
  }
}
