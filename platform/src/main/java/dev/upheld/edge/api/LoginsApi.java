package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.Logins;
import dev.upheld.duty.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Links by which the provider's own application sends people who are signed in there. Whoever that
 * is stands in the body alone; the link holds nothing of them.
 */
@Controller
@ResponseBody
public final class LoginsApi {
  private static final int MOST_WORDS = 20;

  private final Requests requests;
  private final Access access;
  private final Consumer<Map<String, String>> words;
  private final String url;

  /**
   * @param words refuses, with a problem, words of the charter that single nobody out
   * @param url what people type to come here, without a path
   */
  public LoginsApi(
      Requests requests, Access access, Consumer<Map<String, String>> words, String url) {
    this.requests = requests;
    this.access = access;
    this.words = words;
    this.url = url;
  }

  /**
   * Who is signed in.
   *
   * @param email of the account; the person is written to there
   * @param emailConfirmed whether the application made sure that the address is theirs; otherwise
   *     the person proves it here, with a code
   * @param subject by what else systems know the person, by word of the charter: {@code
   *     {"customers": "4711"}}
   * @param language {@code en} or {@code fr}; missing for what the browser asks for
   * @param rights ticked when the page opens; missing for none
   */
  public record LoginBody(
      @Nullable String email,
      @Nullable Boolean emailConfirmed,
      @Nullable String name,
      @Nullable Map<String, String> subject,
      @Nullable String language,
      @Nullable List<String> rights) {
    @Override
    public String toString() {
      return "LoginBody";
    }
  }

  /** Where to send the person's browser, at once; it serves once, and until then. */
  public record LoginShape(String url, String expires) {}

  /** Makes a link. */
  @PostMapping("/api/v1/requests/links")
  @Summary(
      "A link by which somebody who is signed in to your application arrives at the privacy centre"
          + " without a code by mail. It serves once, for ten minutes.")
  @Needs(Permission.REQUESTS_LINKS)
  @ResponseStatus(HttpStatus.CREATED)
  public LoginShape requestLink(@RequestBody LoginBody body, Identity identity) {
    Map<String, String> subject = Objects.requireNonNullElse(body.subject(), Map.of());
    refuse(subject);
    if (!subject.isEmpty()) {
      words.accept(subject);
    }
    Logins.Link link =
        requests
            .logins()
            .make(
                new Logins.Person(
                    text(body.email()),
                    Boolean.TRUE.equals(body.emailConfirmed()),
                    text(body.name()),
                    subject,
                    Objects.requireNonNullElse(body.rights(), List.of())),
                access.people().reference(identity.person()));
    String language = text(body.language());
    boolean spoken = language.equals("en") || language.equals("fr");
    return new LoginShape(
        url + "/privacy/login/" + link.secret().reveal() + (spoken ? "?lang=" + language : ""),
        link.expires().toString());
  }

  /** JSON may say null anywhere, whatever the types say. */
  private static void refuse(Map<String, @Nullable String> subject) {
    if (subject.size() > MOST_WORDS || subject.values().stream().anyMatch(Objects::isNull)) {
      throw ApiProblem.PARAMETER.because(
          "The field subject says too much, or a word without a value.",
          "Write words with values, for example {\"customers\": \"4711\"}.");
    }
  }

  private static String text(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).orElse("");
  }
}
