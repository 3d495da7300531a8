package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.engine.Holdable;
import dev.upheld.engine.HoldingRows;
import dev.upheld.engine.RowsAsked;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.HeldRows;
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

/** People and rows of which nothing is erased for now; they stand in bodies alone. */
@Controller
@ResponseBody
public final class HoldsApi {
  private final Holds holds;
  private final Function<Map<String, List<String>>, Set<String>> people;
  private final Holdable rows;
  private final Access access;

  /**
   * @param people fingerprints of a person told by words with values; throws for a word that names
   *     nobody
   * @param rows what can be held besides people
   */
  public HoldsApi(
      Holds holds,
      Function<Map<String, List<String>>, Set<String>> people,
      Holdable rows,
      Access access) {
    this.holds = holds;
    this.people = people;
    this.rows = rows;
    this.access = access;
  }

  /**
   * Rows to be held: all of an activity, one by its key, or those between two values.
   *
   * @param activity its id; nothing else is said then
   * @param place as {@code system/place}
   * @param key of one row; where several columns name rows, like {@code key1=A,key2=7}
   * @param by a column or an event of the place; missing for the column that names a row
   * @param from the first value held; missing for no limit
   * @param to the last value held; missing for no limit
   */
  public record HeldBody(
      @Nullable String activity,
      @Nullable String place,
      @Nullable String key,
      @Nullable String by,
      @Nullable String from,
      @Nullable String to) {
    @Override
    public String toString() {
      return "HeldBody";
    }
  }

  /**
   * A hold to be set, on a person or on rows.
   *
   * @param subject words of the charter with values: {@code {"email": "..."}}
   * @param rows which rows; missing for a person
   * @param owner who answers for it
   * @param review the day somebody looks whether it is still needed
   * @param secret whether only officers may know of it; missing for no
   */
  public record HoldBody(
      @Nullable Map<String, String> subject,
      @Nullable HeldBody rows,
      @Nullable String reason,
      @Nullable String owner,
      @Nullable String review,
      @Nullable Boolean secret) {
    @Override
    public String toString() {
      return "HoldBody";
    }
  }

  /**
   * A hold, without whom it is about and why.
   *
   * @param kind {@code person}, {@code activity}, {@code row} or {@code range}
   * @param activity whose rows are held; missing otherwise
   * @param places whose rows are held, as {@code system/place}; empty for a person
   */
  public record HoldShape(
      String id,
      String since,
      String review,
      boolean secret,
      String kind,
      Optional<String> activity,
      List<String> places) {
    static HoldShape of(Holds.Hold hold) {
      return new HoldShape(
          hold.id().toString(),
          hold.since().toString(),
          hold.review().toString(),
          hold.secret(),
          hold.rows().map(HeldRows::kind).orElse("person"),
          hold.rows().flatMap(HeldRows::activity),
          hold.rows().stream().flatMap(r -> r.parts().stream()).map(HeldRows.Part::name).toList());
    }
  }

  /**
   * Rows of a place that a hold keeps.
   *
   * @param place as {@code system/place}
   * @param rows now; missing where they cannot be counted
   * @param why they cannot be counted; missing where they are
   */
  public record HeldShape(String place, Optional<Long> rows, Optional<String> why) {
    static HeldShape of(HoldingRows.Counted counted) {
      return new HeldShape(
          counted.place(),
          counted.rows(),
          Optional.of(counted.why()).filter(why -> !why.isEmpty()));
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
  @Summary("Sets a hold: nothing of that person, or of those rows, is erased until it is lifted.")
  @Needs(Permission.HOLDS_MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  public HoldIdShape holdSet(@RequestBody HoldBody body, Identity identity) {
    Holds.New hold =
        new Holds.New(
            Objects.requireNonNullElse(body.reason(), ""),
            Objects.requireNonNullElse(body.owner(), ""),
            day(Objects.requireNonNullElse(body.review(), "")),
            Boolean.TRUE.equals(body.secret()));
    HeldBody held = body.rows();
    if ((held == null) == (body.subject() == null)) {
      throw ApiProblem.PARAMETER.because(
          "A hold is about a person or about rows.", "Send subject or rows, and not both.");
    }
    UUID id =
        held == null
            ? holds.set(hold, people.apply(subject(body)), Optional.of(who(identity)))
            : holds.set(hold, rows.of(asked(held)), Optional.of(who(identity)));
    return new HoldIdShape(id.toString());
  }

  private static Map<String, List<String>> subject(HoldBody body) {
    TreeMap<String, List<String>> subject = new TreeMap<>();
    Objects.requireNonNullElse(body.subject(), Map.<String, String>of())
        .forEach(
            (word, value) -> subject.put(word, List.of(Objects.requireNonNullElse(value, ""))));
    if (subject.isEmpty()) {
      throw ApiProblem.PARAMETER.because(
          "The field subject says nobody.", "Write words with values: {\"email\": \"...\"}.");
    }
    return subject;
  }

  private static RowsAsked asked(HeldBody body) {
    String place = Objects.requireNonNullElse(body.place(), "");
    boolean range = body.from() != null || body.to() != null || body.by() != null;
    if (body.activity() != null && place.isEmpty() && body.key() == null && !range) {
      return new RowsAsked.OfActivity(body.activity());
    }
    if (body.activity() != null || place.isEmpty() || (body.key() != null) == range) {
      throw ApiProblem.PARAMETER.because(
          "The field rows does not say one thing.",
          "Send an activity alone, a place with a key, or a place with from or to.");
    }
    return body.key() != null
        ? new RowsAsked.One(place, body.key())
        : new RowsAsked.Between(
            place,
            Optional.ofNullable(body.by()),
            Optional.ofNullable(body.from()),
            Optional.ofNullable(body.to()));
  }

  /** What one keeps. */
  @GetMapping("/api/v1/holds/{id}/rows")
  @Summary("Rows that a hold keeps now, place by place; none for a hold on a person.")
  @Needs(Permission.HOLDS_READ)
  public List<HeldShape> holdRows(@PathVariable String id, Identity identity) {
    Holds.Hold hold =
        read(id)
            .flatMap(holds::find)
            .filter(h -> !h.secret() || identity.may(Permission.HOLDS_MANAGE))
            .orElseThrow(HoldsApi::none);
    return hold.rows().stream().flatMap(r -> rows.count(r).stream()).map(HeldShape::of).toList();
  }

  private static ProblemException none() {
    return ApiProblem.NO_SUCH_HOLD.because(
        "There is no such hold in force.", "GET /api/v1/holds lists them.");
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
      throw none();
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
