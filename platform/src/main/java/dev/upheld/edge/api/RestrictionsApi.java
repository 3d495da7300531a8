package dev.upheld.edge.api;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Whose data may be processed, for the provider's own programs. People stand in bodies alone, and
 * bodies are kept nowhere.
 */
@Controller
@ResponseBody
public final class RestrictionsApi {
  private static final int MOST = 1_000;
  private static final int MOST_WORDS = 20;
  private static final int LONGEST = 500;

  private final Function<List<Map<String, String>>, List<SubjectShape>> answers;

  /**
   * @param answers for each person, in order; throws a problem for a word that names nobody
   */
  public RestrictionsApi(Function<List<Map<String, String>>, List<SubjectShape>> answers) {
    this.answers = answers;
  }

  /**
   * Whom to ask about, up to 1,000: each one or several identifiers by word of the charter, {@code
   * {"email": "..."}} or {@code {"customers": "4711"}}.
   */
  public record RestrictionsBody(@Nullable List<Map<String, String>> subjects) {
    @Override
    public String toString() {
      return "RestrictionsBody";
    }
  }

  /**
   * What one person's data must not be used for.
   *
   * @param right {@code objection} or {@code withdrawal} of consent
   * @param activity of the charter; missing for all
   * @param purposes of that activity, by word
   * @param since when it was noted
   */
  public record NotForShape(
      String right, @Nullable String activity, List<String> purposes, String since) {}

  /**
   * One answer.
   *
   * @param state {@code free}, {@code objected}: not for what {@code notFor} lists, or {@code
   *     restricted}: stored, and not otherwise processed
   */
  public record SubjectShape(String state, List<NotForShape> notFor) {}

  /** One answer for each person, in the same order. */
  public record RestrictionsShape(List<SubjectShape> subjects) {}

  /** Asks in batch. */
  @PostMapping("/api/v1/restrictions/query")
  @Summary(
      "Whether the data of each of these people may be processed: restricted (GDPR Art. 18), not for"
          + " some activities (Art. 21, 7(3)), or free. Up to 1,000 people, answered in order.")
  @Needs(Permission.RESTRICTIONS_READ)
  public RestrictionsShape restrictionsQuery(@RequestBody RestrictionsBody body) {
    List<Map<String, String>> asked = Objects.requireNonNullElse(body.subjects(), List.of());
    if (asked.isEmpty() || asked.size() > MOST) {
      throw ApiProblem.PARAMETER.because(
          "The field subjects holds nobody, or more than 1,000.", "Ask in batches of 1,000.");
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!fits(asked.get(i))) {
        throw ApiProblem.PARAMETER.because(
            "Number " + (i + 1) + " of subjects says nothing of a person, or too much.",
            "Write words with values, for example {\"email\": \"...\"}.");
      }
    }
    return new RestrictionsShape(answers.apply(asked));
  }

  /** JSON may say null anywhere, whatever the types say. */
  private static boolean fits(@Nullable Map<String, @Nullable String> subject) {
    return subject != null
        && !subject.isEmpty()
        && subject.size() <= MOST_WORDS
        && subject.values().stream()
            .allMatch(v -> v != null && !v.isBlank() && v.length() <= LONGEST);
  }
}
