package dev.upheld.edge.privacy;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.charter.model.Charter;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Copies;
import dev.upheld.duty.request.Intake;
import dev.upheld.duty.request.Intake.Asked;
import dev.upheld.duty.request.Requests;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The privacy centre: choose, prove one's address, follow one's request. */
@Controller
public final class PrivacyDoor {
  private static final String HERE = "/privacy";
  private static final String OWN = "/privacy/request/";
  private static final String PUBLIC = "people who ask about their data have no account here";
  private static final int OK = 200;
  private static final int AGAIN = 422;
  private static final int GONE = 404;
  private static final int SLOWER = 429;

  private final Requests requests;
  private final Supplier<Charter> charter;
  private final PublicPages pages;
  private final Function<HttpServletRequest, String> source;

  /**
   * @param source where a request comes from in the network, as floods are counted
   */
  public PrivacyDoor(
      Requests requests,
      Supplier<Charter> charter,
      PublicPages pages,
      Function<HttpServletRequest, String> source) {
    this.requests = requests;
    this.charter = charter;
    this.pages = pages;
    this.source = source;
  }

  /** What people can ask for. */
  @GetMapping(HERE)
  @OpenToAnyone(because = PUBLIC)
  public void centre(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String right = text(request, "right");
    Set<String> chosen = right.isEmpty() ? Set.of() : Set.of(right);
    show(centre(chosen, Map.of(), Map.of()), OK, request, response);
  }

  PublicView.Centre centre(
      Set<String> chosen, Map<String, String> entered, Map<String, String> faults) {
    return new PublicView.Centre(
        requests.offers(), chosen, entered, faults, requests.answerBy(requests.offers()));
  }

  /** Takes a request on and sends a code. */
  @PostMapping("/privacy/ask")
  @OpenToAnyone(because = PUBLIC)
  public void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<String> rights = all(request, "right");
    Map<String, String> entered = new HashMap<>();
    for (String field : List.of("email", "name", "details", "behalf")) {
      entered.put(field, text(request, field));
    }
    Map<String, String> faults = faults(entered);
    if (!faults.isEmpty()) {
      show(centre(Set.copyOf(rights), entered, faults), AGAIN, request, response);
      return;
    }
    Contents contents =
        Contents.asked(
            entered.getOrDefault("name", ""),
            entered.getOrDefault("email", ""),
            entered.getOrDefault("details", ""),
            entered.getOrDefault("behalf", ""));
    Intake.Begun begun =
        requests
            .intake()
            .begin(new Asked(rights, tongue(request).tag(), contents), source.apply(request));
    switch (begun) {
      case Intake.Sent(var token) ->
          show(new PublicView.Code(token.reveal(), false), OK, request, response);
      case Intake.TooMany() -> show(new PublicView.Said("flood"), SLOWER, request, response);
      case Intake.NoAddress() ->
          again(rights, entered, Map.of("email", "fault.email"), request, response);
      case Intake.NothingAsked() ->
          again(rights, entered, Map.of("right", "fault.right"), request, response);
    }
  }

  private void again(
      List<String> rights,
      Map<String, String> entered,
      Map<String, String> faults,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    show(centre(Set.copyOf(rights), entered, faults), AGAIN, request, response);
  }

  private static Map<String, String> faults(Map<String, String> entered) {
    Map<String, String> faults = new HashMap<>();
    entered.forEach(
        (field, value) -> {
          int most = field.equals("details") ? Intake.LONGEST : Intake.LONGEST_LINE;
          if (value.length() > most) {
            faults.put(field, "fault.long");
          }
        });
    return faults;
  }

  /** Opens the request whose code it is. */
  @PostMapping("/privacy/code")
  @OpenToAnyone(because = PUBLIC)
  public void code(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String token = text(request, "token");
    switch (requests.intake().confirm(token, text(request, "code"))) {
      case Intake.Opened(var ref, var link) ->
          go(OWN + link.reveal() + "?lang=" + tongue(request).tag(), response);
      case Intake.WrongCode() -> show(new PublicView.Code(token, true), AGAIN, request, response);
      case Intake.Over() -> show(new PublicView.Said("over"), GONE, request, response);
    }
  }

  /** The private page of a request. */
  @GetMapping(OWN + "{link}")
  @OpenToAnyone(because = PUBLIC)
  public void own(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    if (file.isEmpty()) {
      show(new PublicView.Said("nowhere"), GONE, request, response);
      return;
    }
    String done = text(request, "done");
    boolean known =
        Set.of("written", "withdrawn", "link", "slower", "not-now", "directive", "revoked")
                .contains(done)
            || PaperDoor.DONE.contains(done);
    show(
        new PublicView.Own(
            file.get(),
            link,
            requests.today(),
            known ? done : "",
            requests.copies().ready(file.get().ref()),
            requests.directives().of(file.get()),
            requests.papers().wanted(file.get())),
        OK,
        request,
        response,
        Tongue.ofTag(request.getParameter("lang"))
            .or(() -> Tongue.ofTag(file.get().language()))
            .orElseGet(() -> tongue(request)));
  }

  /** Writes to the company. */
  @PostMapping(OWN + "{link}/message")
  @OpenToAnyone(because = PUBLIC)
  public void message(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    act(
        link,
        file -> requests.own().write(file.ref(), text(request, "words")) ? "written" : "slower",
        request,
        response);
  }

  /** Takes the request back. */
  @PostMapping(OWN + "{link}/withdraw")
  @OpenToAnyone(because = PUBLIC)
  public void withdraw(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    act(
        link,
        file -> {
          requests.own().withdraw(file.ref());
          return "withdrawn";
        },
        request,
        response);
  }

  /** Sends another link to the address on file; this one ends. */
  @PostMapping(OWN + "{link}/link")
  @OpenToAnyone(because = PUBLIC)
  public void link(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    file.ifPresent(f -> requests.own().renew(f.ref()));
    show(new PublicView.Said(file.isPresent() ? "relinked" : "nowhere"), OK, request, response);
  }

  /** Mails a code that opens the copy. */
  @PostMapping(OWN + "{link}/copy")
  @OpenToAnyone(because = PUBLIC)
  public void copy(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    if (file.isEmpty()) {
      show(new PublicView.Said("nowhere"), GONE, request, response);
      return;
    }
    switch (requests.copies().send(file.get().ref())) {
      case SENT -> show(new PublicView.CopyCode(link, false), OK, request, response);
      case SLOWER -> show(new PublicView.Said("copySlower"), SLOWER, request, response);
      case GONE -> show(new PublicView.Said("copyGone"), GONE, request, response);
    }
  }

  /** Hands the copy out to whoever has the code. */
  @PostMapping(OWN + "{link}/copy/fetch")
  @OpenToAnyone(because = PUBLIC)
  public void fetch(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    if (file.isEmpty()) {
      show(new PublicView.Said("nowhere"), GONE, request, response);
      return;
    }
    switch (requests.copies().fetch(file.get().ref(), text(request, "code"))) {
      case Copies.Opened(var body) -> {
        response.setContentType("application/zip");
        response.setHeader(
            "Content-Disposition",
            "attachment; filename=\"copy-" + file.get().ref().value() + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(body.bytes());
        body.writeTo(response.getOutputStream());
      }
      case Copies.WrongCode() ->
          show(new PublicView.CopyCode(link, true), AGAIN, request, response);
      case Copies.Over() -> show(new PublicView.Said("copyOver"), GONE, request, response);
    }
  }

  /** The style sheet. */
  @GetMapping("/privacy/assets/{hash}/public.css")
  @OpenToAnyone(because = "a style sheet holds nothing")
  public void styles(
      @PathVariable String hash, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().equals(pages.stylesAt())) {
      response.sendError(GONE);
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    write("text/css; charset=utf-8", pages.styles(), response);
  }

  private void act(
      String link,
      Function<CaseFile, String> act,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    if (file.isEmpty()) {
      show(new PublicView.Said("nowhere"), GONE, request, response);
      return;
    }
    String lang = tongue(request).tag();
    go(OWN + link + "?lang=" + lang + "&done=" + tried(act, file.get()), response);
  }

  /** What cannot be done now, or has no words, is said on the page itself. */
  private static String tried(Function<CaseFile, String> act, CaseFile file) {
    try {
      return act.apply(file);
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() instanceof dev.upheld.duty.request.RequestProblem) {
        return "not-now";
      }
      throw e;
    }
  }

  void show(PublicView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(view, status, request, response, tongue(request));
  }

  private void show(
      PublicView view,
      int status,
      HttpServletRequest request,
      HttpServletResponse response,
      Tongue tongue)
      throws IOException {
    Optional<CsrfToken> token =
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    Visit visit =
        new Visit(
            tongue,
            charter.get(),
            new Visit.FormField(
                token.map(CsrfToken::getParameterName).orElse(""),
                token.map(CsrfToken::getToken).orElse("")),
            request.getMethod().equals("GET") ? request.getRequestURI() : HERE,
            pages.stylesAt(),
            pages.isFiction());
    response.setStatus(status);
    write("text/html;charset=utf-8", pages.bytes(view, visit), response);
  }

  private static void write(String type, byte[] bytes, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  static void go(String path, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }

  static Tongue tongue(HttpServletRequest request) {
    return Tongue.ofTag(request.getParameter("lang"))
        .orElseGet(() -> Tongue.asked(request.getHeader("Accept-Language")));
  }

  static String text(HttpServletRequest request, String field) {
    return Objects.requireNonNullElse(request.getParameter(field), "").strip();
  }

  static List<String> all(HttpServletRequest request, String field) {
    return Arrays.asList(
        Objects.requireNonNullElse(request.getParameterValues(field), new String[0]));
  }
}
