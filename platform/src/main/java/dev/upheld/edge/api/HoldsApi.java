package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.journal.ReferenceId;
import dev.upheld.register.Holds;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** People of whom nothing is erased for now; they stand in bodies alone. */
@Controller
@ResponseBody
public final class HoldsApi {
  private final Holds holds;
  private final Function<Map<String, List<String>>, Set<String>> people;
  private final Access access;

  /**
   * @param people fingerprints of a person told by words with values; throws for a word that names
   *     nobody
   */
  public HoldsApi(
      Holds holds, Function<Map<String, List<String>>, Set<String>> people, Access access) {
    this.holds = holds;
    this.people = people;
    this.access = access;
  }

  /**
   * A hold to be set.
   *
   * @param subject words of the charter with values: {@code {"email": "..."}}
   * @param owner who answers for it
   * @param review the day somebody looks whether it is still needed
   * @param secret whether only officers may know of it; missing for no
   */
  public record HoldBody(
      @Nullable Map<String, String> subject,
      @Nullable String reason,
      @Nullable String owner,
      @Nullable String review,
      @Nullable Boolean secret) {
    @Override
    public String toString() {
      return "HoldBody";
    }
  }

  /** A hold, without whom it is about and why. */
  public record HoldShape(String id, String since, String review, boolean secret) {
    static HoldShape of(Holds.Hold hold) {
      return new HoldShape(
          hold.id().toString(), hold.since().toString(), hold.review().toString(), hold.secret());
    }
  }

  /** The name of a hold. */
  public record HoldIdShape(String id) {}

  /** Those in force. */
  @GetMapping("/api/v1/holds")
  @Summary("Holds in force, the next review first; secret ones only for who may set them.")
  @Needs(Permission.HOLDS_READ)
  public List<HoldShape> holdsInForce(Identity identity) {
    return holds.list(identity.may(Permission.HOLDS_MANAGE)).stream().map(HoldShape::of).toList();
  }

  /** Sets one. */
  @PostMapping("/api/v1/holds")
  @Summary("Sets a hold: nothing of that person is erased until it is lifted.")
  @Needs(Permission.HOLDS_MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  public HoldIdShape holdSet(@RequestBody HoldBody body, Identity identity) {
    TreeMap<String, List<String>> subject = new TreeMap<>();
    Objects.requireNonNullElse(body.subject(), Map.<String, String>of())
        .forEach(
            (word, value) -> subject.put(word, List.of(Objects.requireNonNullElse(value, ""))));
    if (subject.isEmpty()) {
      throw ApiProblem.PARAMETER.because(
          "The field subject says nobody.", "Write words with values: {\"email\": \"...\"}.");
    }
    UUID id =
        holds.set(
            new Holds.New(
                Objects.requireNonNullElse(body.reason(), ""),
                Objects.requireNonNullElse(body.owner(), ""),
                day(Objects.requireNonNullElse(body.review(), "")),
                Boolean.TRUE.equals(body.secret())),
            people.apply(subject),
            Optional.of(who(identity)));
    return new HoldIdShape(id.toString());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ApiProblem.PARAMETER.because(
          "The field review is not a day.", "Write it like 2027-06-30.");
    }
  }

  /** Lifts one. */
  @PostMapping("/api/v1/holds/{id}/lift")
  @Summary("Lifts a hold; why it was set and whom it was about is forgotten.")
  @Needs(Permission.HOLDS_MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void holdLift(@PathVariable String id, Identity identity) {
    if (!read(id).map(hold -> holds.lift(hold, Optional.of(who(identity)))).orElse(false)) {
      throw ApiProblem.NO_SUCH_HOLD.because(
          "There is no such hold in force.", "GET /api/v1/holds lists them.");
    }
  }

  private static Optional<UUID> read(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }
}
