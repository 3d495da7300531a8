package dev.upheld.edge.api;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.duty.request.Intake;
import dev.upheld.duty.request.Reports;
import dev.upheld.duty.request.Requests;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.tell.Signature;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Signed messages of systems that did, or could not do, what a request asked of them. */
@Controller
@ResponseBody
public final class WebhooksApi {
  /** The header that names the key a message is signed with. */
  static final String KEY = "Upheld-Key";

  /** What a signature is compared with where there is no such key: it takes as long. */
  private static final Secret<String> NOBODY = Secret.of("-".repeat(32));

  private static final int MOST_COUNTS = 20;
  private static final long MOST = 1_000_000_000_000L;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{8,100}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,29}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Requests requests;
  private final Map<String, Signer> signers;
  private final InstantSource clock;
  private final Function<HttpServletRequest, String> source;

  /**
   * Who may sign.
   *
   * @param sender what it may report
   */
  public record Signer(Reports.Sender sender, Secret<String> secret) {}

  /**
   * @param signers by the name of their key
   * @param source where a request comes from in the network, as floods are counted
   */
  public WebhooksApi(
      Requests requests,
      Map<String, Signer> signers,
      InstantSource clock,
      Function<HttpServletRequest, String> source) {
    this.requests = requests;
    this.signers = Map.copyOf(signers);
    this.clock = clock;
    this.source = source;
  }

  /**
   * A message.
   *
   * @param id of this message, chosen by the sender; a repetition has the same
   * @param task as {@code request.task-given} named it
   * @param outcome {@code done} or {@code failed}
   * @param counts what was done, by words of the sender: {@code {"erased": 12}}
   * @param note for people, kept with the request and erased with it
   */
  public record TaskReportBody(
      @Nullable String id,
      @Nullable String task,
      @Nullable String outcome,
      @Nullable Map<String, Long> counts,
      @Nullable String note) {
    @Override
    public String toString() {
      return "TaskReportBody";
    }
  }

  /** Takes a report of a task. */
  @PostMapping("/api/v1/webhooks/tasks")
  @Summary(
      "A system says that its task of a request is done, with what it counted, or failed. Signed like"
          + " our own webhooks (docs/webhooks.md), with a key of the setting webhook.in.")
  @OpenToAnyone(because = "the signature says who it is, and nothing is looked at before it")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void taskReport(
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = Signature.HEADER, required = false) @Nullable String signature,
      @RequestBody(required = false) @Reads(TaskReportBody.class) byte @Nullable [] body,
      HttpServletRequest request) {
    String text = new String(Objects.requireNonNullElse(body, new byte[0]), StandardCharsets.UTF_8);
    Optional<Signer> signer = Optional.ofNullable(signers.get(Objects.requireNonNullElse(key, "")));
    Secret<String> secret = signer.map(Signer::secret).orElse(NOBODY);
    String header = Objects.requireNonNullElse(signature, "");
    Signature.Worth worth = Signature.judge(secret, header, text, clock.instant());
    if (signer.isEmpty() || worth == Signature.Worth.FALSE) {
      throw refused(source.apply(request));
    }
    if (worth == Signature.Worth.STALE) {
      throw stale();
    }
    requests.reports().take(report(text), signer.get().sender());
  }

  private ProblemException refused(String from) {
    return requests.reports().strange(from)
        ? strange()
        : ApiProblem.TOO_MANY.because(
            "Too many messages with a wrong signature came from there.", "Try again in an hour.");
  }

  private static ProblemException strange() {
    return ApiProblem.SIGNATURE.because(
        "The message is not signed with a key that is known here.",
        "Sign the body's bytes with the key that Upheld-Key names; docs/webhooks.md shows how.");
  }

  private static ProblemException stale() {
    return ApiProblem.STALE.because(
        "The signature is more than five minutes from our clock.",
        "Set your clock, and sign each try anew.");
  }

  private static Reports.Report report(String text) {
    TaskReportBody body = read(text);
    String outcome = Objects.requireNonNullElse(body.outcome(), "");
    if (!outcome.equals("done") && !outcome.equals("failed")) {
      throw ApiProblem.PARAMETER.because(
          "The field outcome is neither done nor failed.", "Say one of both.");
    }
    String id = Objects.requireNonNullElse(body.id(), "");
    if (!ID.matcher(id).matches()) {
      throw ApiProblem.PARAMETER.because(
          "The field id is missing or of another form.",
          "Give each message an id of 8 to 100 letters, digits and . _ : -, such as a UUID.");
    }
    Optional<String> note = Optional.ofNullable(body.note()).filter(n -> !n.isBlank());
    if (note.filter(n -> n.length() > Intake.LONGEST).isPresent()) {
      throw ApiProblem.PARAMETER.because(
          "The field note is longer than 4,000 characters.", "Write less.");
    }
    return new Reports.Report(id, task(body), outcome.equals("done"), counts(body), note);
  }

  private static TaskReportBody read(String text) {
    try {
      TaskReportBody body = JSON.readValue(text, TaskReportBody.class);
      if (body != null) {
        return body;
      }
    } catch (JacksonException e) {
      // what it says of the text must not go further: the text may be personal data
    }
    throw ApiProblem.BODY.because(
        "The body is not the JSON that is asked for.", "GET /api/openapi.json describes it.");
  }

  private static UUID task(TaskReportBody body) {
    try {
      return UUID.fromString(Objects.requireNonNullElse(body.task(), ""));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.PARAMETER.because(
          "The field task is not the id of a task.", "Name it as request.task-given did.");
    }
  }

  /** They are kept in the journal for ever: words of a fixed form, and whole numbers. */
  private static SortedMap<String, Long> counts(TaskReportBody body) {
    Map<String, @Nullable Long> given = Objects.requireNonNullElse(body.counts(), Map.of());
    SortedMap<String, Long> counts = new TreeMap<>();
    given.forEach(
        (word, count) -> {
          if (count == null || count < 0 || count > MOST || !WORD.matcher(word).matches()) {
            throw ApiProblem.PARAMETER.because(
                "The field counts holds something else than words with whole numbers.",
                "Write small letters and hyphens, for example {\"erased\": 12}.");
          }
          counts.put(word, count);
        });
    if (counts.size() > MOST_COUNTS) {
      throw ApiProblem.PARAMETER.because(
          "The field counts holds more than 20 words.", "Add some of them up.");
    }
    return counts;
  }
}
