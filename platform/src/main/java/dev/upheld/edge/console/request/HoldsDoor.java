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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** People of whom nothing is erased for now. Secret holds are shown to who may set them alone. */
@Controller
public final class HoldsDoor {
  private static final String HERE = "/holds";

  private final Holds holds;
  private final Function<Map<String, List<String>>, Set<String>> people;
  private final Supplier<LocalDate> today;
  private final Access access;

  /**
   * @param people fingerprints of a person told by words with values; throws for a word that names
   *     nobody
   * @param today where the company is
   */
  public HoldsDoor(
      Holds holds,
      Function<Map<String, List<String>>, Set<String>> people,
      Supplier<LocalDate> today,
      Access access) {
    this.holds = holds;
    this.people = people;
    this.today = today;
    this.access = access;
  }

  /** Those in force. */
  @GetMapping(HERE)
  @Needs(Permission.HOLDS_READ)
  public HoldsPage holds(Identity identity) {
    return page(identity, Map.of(), Map.of());
  }

  private HoldsPage page(
      Identity identity, Map<String, String> entered, Map<String, FieldError> errors) {
    boolean manage = identity.may(Permission.HOLDS_MANAGE);
    return new HoldsPage(holds.list(manage), today.get(), manage, entered, errors);
  }

  /** The fields, as sent. */
  public record Form(
      @Nullable String person,
      @Nullable String reason,
      @Nullable String owner,
      @Nullable String review,
      @Nullable String secret) {

    Map<String, String> entered() {
      Map<String, String> entered = new HashMap<>();
      entered.put("person", Objects.requireNonNullElse(person, "").strip());
      entered.put("reason", Objects.requireNonNullElse(reason, "").strip());
      entered.put("owner", Objects.requireNonNullElse(owner, "").strip());
      entered.put("review", Objects.requireNonNullElse(review, "").strip());
      entered.put("secret", secret == null ? "" : "yes");
      return entered;
    }

    @Override
    public String toString() {
      return "Form";
    }
  }

  /** Sets one. */
  @PostMapping(HERE + "/set")
  @Needs(Permission.HOLDS_MANAGE)
  public Reply set(Form form, Identity identity) {
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
    Set<String> prints = prints(entered.getOrDefault("person", ""), errors);
    if (!errors.isEmpty()) {
      return Reply.again(page(identity, entered, errors));
    }
    boolean secret = !entered.getOrDefault("secret", "").isEmpty();
    holds.set(
        new Holds.New(reason, owner, review.orElseThrow(), secret),
        prints,
        Optional.of(access.people().reference(identity.person())));
    return Reply.go(HERE, Notice.HOLD_SET);
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
