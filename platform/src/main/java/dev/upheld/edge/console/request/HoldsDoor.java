package dev.upheld.edge.console.request;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.HoldsPage;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.engine.Holdable;
import dev.upheld.engine.RowsAsked;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Holds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * People and rows of which nothing is erased for now. Secret holds are shown to who may set them
 * alone.
 */
@Controller
public final class HoldsDoor {
  private static final String HERE = "/holds";

  private final Holds holds;
  private final Function<Map<String, List<String>>, Set<String>> people;
  private final Supplier<LocalDate> today;
  private final Access access;
  private final Holdable rows;

  /**
   * @param people fingerprints of a person told by words with values; throws for a word that names
   *     nobody
   * @param today where the company is
   * @param rows what can be held besides people
   */
  public HoldsDoor(
      Holds holds,
      Function<Map<String, List<String>>, Set<String>> people,
      Supplier<LocalDate> today,
      Access access,
      Holdable rows) {
    this.holds = holds;
    this.people = people;
    this.today = today;
    this.access = access;
    this.rows = rows;
  }

  /**
   * Those in force.
   *
   * @param count one whose rows are counted now; missing for none
   */
  @GetMapping(HERE)
  @Needs(Permission.HOLDS_READ)
  public HoldsPage holds(@Nullable String count, Identity identity) {
    HoldsPage page = page(identity, Map.of(), Map.of());
    return Optional.ofNullable(count).flatMap(HoldsDoor::read).stream()
        .flatMap(id -> page.holds().stream().filter(h -> h.id().equals(id)))
        .flatMap(h -> h.rows().stream().map(r -> page.counted(h.id(), rows.count(r))))
        .findFirst()
        .orElse(page);
  }

  private HoldsPage page(
      Identity identity, Map<String, String> entered, Map<String, FieldError> errors) {
    boolean manage = identity.may(Permission.HOLDS_MANAGE);
    HoldsPage.Choices choices =
        manage
            ? new HoldsPage.Choices(rows.activities(), rows.places())
            : new HoldsPage.Choices(List.of(), List.of());
    return HoldsPage.of(holds.list(manage), today.get(), manage, choices).form(entered, errors);
  }

  /** Sets one. */
  @PostMapping(HERE + "/set")
  @Needs(Permission.HOLDS_MANAGE)
  public Reply set(HeldForm form, Identity identity) {
    Map<String, String> entered = form.entered();
    Map<String, FieldError> errors = new HashMap<>();
    String reason = entered.getOrDefault("reason", "");
    if (reason.length() < Holds.SHORTEST) {
      errors.put("reason", FieldError.of(Fault.TOO_SHORT, Holds.SHORTEST));
    } else if (reason.length() > Holds.LONGEST) {
      errors.put("reason", FieldError.of(Fault.TOO_LONG, Holds.LONGEST));
    }
    String owner = entered.getOrDefault("owner", "");
    if (owner.isEmpty()) {
      errors.put("owner", FieldError.of(Fault.REQUIRED));
    } else if (owner.length() > 200) {
      errors.put("owner", FieldError.of(Fault.TOO_LONG, 200));
    }
    Optional<LocalDate> review = review(entered.getOrDefault("review", ""), errors);
    Optional<RowsAsked> asked = form.isOfRows() ? form.rows(errors) : Optional.empty();
    Set<String> prints =
        form.isOfRows() ? Set.of() : prints(entered.getOrDefault("person", ""), errors);
    if (!errors.isEmpty()) {
      return Reply.again(page(identity, entered, errors));
    }
    boolean secret = !entered.getOrDefault("secret", "").isEmpty();
    Holds.New hold = new Holds.New(reason, owner, review.orElseThrow(), secret);
    Optional<ReferenceId> who = Optional.of(access.people().reference(identity.person()));
    if (asked.isEmpty()) {
      holds.set(hold, prints, who);
      return Reply.go(HERE, Notice.HOLD_SET);
    }
    try {
      holds.set(hold, rows.of(asked.get()), who);
    } catch (ProblemException e) {
      String why =
          e.problems().stream()
              .map(p -> p.what() + " " + p.mend())
              .collect(Collectors.joining(" "));
      return Reply.again(page(identity, entered, errors).trouble(why));
    }
    return Reply.go(HERE, Notice.HOLD_SET_ROWS);
  }

  private Optional<LocalDate> review(String text, Map<String, FieldError> errors) {
    Optional<LocalDate> day = RequestsDoor.day(text);
    if (day.isEmpty()) {
      errors.put("review", FieldError.of(Fault.NOT_A_DATE));
    } else if (day.get().isBefore(today.get())) {
      errors.put("review", FieldError.of(Fault.PAST));
    }
    return day;
  }

  /** One {@code word: value} a line. */
  private Set<String> prints(String text, Map<String, FieldError> errors) {
    Map<String, List<String>> known = new TreeMap<>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      String[] pair = line.split("[:=]", 2);
      if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
        errors.put("person", FieldError.of(Fault.UNKNOWN_CHOICE));
        return Set.of();
      }
      known.computeIfAbsent(pair[0].strip(), w -> new ArrayList<>()).add(pair[1].strip());
    }
    if (known.isEmpty()) {
      errors.put("person", FieldError.of(Fault.REQUIRED));
      return Set.of();
    }
    try {
      return people.apply(known);
    } catch (ProblemException e) {
      errors.put("person", FieldError.of(Fault.UNKNOWN_CHOICE));
      return Set.of();
    }
  }

  /** Lifts one. */
  @PostMapping(HERE + "/{id}/lift")
  @Needs(Permission.HOLDS_MANAGE)
  public Reply lift(@PathVariable String id, Identity identity) {
    boolean lifted =
        read(id)
            .map(
                hold -> holds.lift(hold, Optional.of(access.people().reference(identity.person()))))
            .orElse(false);
    return Reply.go(HERE, lifted ? Notice.HOLD_LIFTED : Notice.NOT_DONE);
  }

  /** Notes that one is still needed, and when somebody looks again. */
  @PostMapping(HERE + "/{id}/review")
  @Needs(Permission.HOLDS_MANAGE)
  public Reply review(@PathVariable String id, @Nullable String review, Identity identity) {
    Optional<LocalDate> day =
        RequestsDoor.day(Objects.requireNonNullElse(review, "").strip())
            .filter(d -> d.isAfter(today.get()));
    boolean noted =
        day.isPresent()
            && read(id)
                .map(
                    hold ->
                        holds.reviewed(
                            hold,
                            day.get(),
                            Optional.of(access.people().reference(identity.person()))))
                .orElse(false);
    return Reply.go(HERE, noted ? Notice.HOLD_REVIEWED : Notice.NOT_DONE);
  }

  private static Optional<UUID> read(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
