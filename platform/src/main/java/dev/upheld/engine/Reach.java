package dev.upheld.engine;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.law.LawfulBasis;
import dev.upheld.law.RetentionNorm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an erasure reaches: per activity by its lawful basis and the ground of the request (GDPR
 * Art. 17(1)), less what law wants kept (Art. 17(3)(b)). A norm that nobody read in its source does
 * not keep anything by itself: then a person decides.
 */
final class Reach implements Deciding {
  private final Charter charter;
  private final ErasureOrder order;
  private final Collection<Place> places;
  private final Set<String> undecided = new TreeSet<>();

  Reach(Charter charter, ErasureOrder order, Collection<Place> places) {
    this.charter = charter;
    this.order = order;
    this.places = places;
  }

  @Override
  public Set<String> undecided() {
    return undecided;
  }

  @Override
  public Decision decide(Place place) {
    Map<String, EndAction> ends = new TreeMap<>();
    Map<String, String> stays = new TreeMap<>();
    place.fields().forEach((name, field) -> decide(place, name, field, ends, stays));
    List<Decision.Duty> duties = new ArrayList<>();
    List<Decision.Move> moves = new ArrayList<>();
    if (!ends.isEmpty()) {
      for (Activity activity : activities(place)) {
        duties(place, activity, duties, moves);
      }
    }
    return new Decision(ends, stays, duties, moves);
  }

  private List<Activity> activities(Place place) {
    return place.activities().stream()
        .flatMap(a -> Optional.ofNullable(charter.activities().get(a)).stream())
        .toList();
  }

  private void decide(
      Place place,
      String name,
      Field field,
      Map<String, EndAction> ends,
      Map<String, String> stays) {
    Optional<String> unreached =
        owners(place, field).stream().flatMap(a -> unreached(a).stream()).findFirst();
    if (unreached.isPresent()) {
      stays.put(name, unreached.get());
      return;
    }
    EndAction end =
        field
            .end()
            .orElseThrow(
                () ->
                    EngineProblem.MAP.because(
                        field.at() + ": the field " + name + " says nothing of its end.",
                        "Say what becomes of it, for example: end: delete."));
    switch (end) {
      case DELETE, CLEAR, ANONYMISE, PSEUDONYMISE, REDACT -> ends.put(name, end);
      case KEEP -> stays.put(name, "the data map keeps it");
      case AGGREGATE, REASSIGN, ARCHIVE ->
          throw EngineProblem.MAP.because(
              field.at() + ": the end " + end.id() + " of " + name + " erases nothing.",
              "For data that can be asked to be erased say delete, clear, redact or anonymise.");
    }
  }

  /** The activities of the place that process the field; all of them where none names its word. */
  private List<Activity> owners(Place place, Field field) {
    List<Activity> all = activities(place);
    List<Activity> named =
        all.stream().filter(a -> a.data().words().words().contains(field.word())).toList();
    return named.isEmpty() ? all : named;
  }

  private Optional<String> unreached(Activity activity) {
    Set<LawfulBasis> bases =
        bases(activity).stream()
            .flatMap(b -> LawfulBasis.of(b.is()).stream())
            .collect(Collectors.toSet());
    boolean reached =
        switch (order.ground()) {
          case NO_LONGER_NECESSARY, UNLAWFUL, LEGAL_DUTY, CHILD, PROMISE, DEATH -> true;
          case CONSENT_WITHDRAWN -> bases.equals(Set.of(LawfulBasis.CONSENT));
          case OBJECTED ->
              !bases.isEmpty()
                  && Set.of(LawfulBasis.LEGITIMATE_INTEREST, LawfulBasis.PUBLIC_TASK)
                      .containsAll(bases);
        };
    return reached
        ? Optional.empty()
        : Optional.of(
            activity.title()
                + " rests on "
                + bases.stream().map(LawfulBasis::id).sorted().collect(Collectors.joining(", "))
                + ", which the ground "
                + order.ground().id()
                + " does not reach");
  }

  /**
   * Why data that serves these activities stays, where nothing tells more about it than they do;
   * empty when it may go.
   */
  Optional<String> spared(Set<String> served) {
    boolean some =
        order.ground() == ErasureGround.CONSENT_WITHDRAWN
            || order.ground() == ErasureGround.OBJECTED;
    if (served.isEmpty() && some) {
      return Optional.of(
          "nobody said which activities it serves, and the ground "
              + order.ground().id()
              + " reaches some only");
    }
    List<Activity> all =
        new TreeSet<>(served)
            .stream()
                .flatMap(a -> Optional.ofNullable(charter.activities().get(a)).stream())
                .toList();
    return all.stream()
        .flatMap(a -> unreached(a).or(() -> duty(a)).stream())
        .reduce((first, later) -> first); // every activity is asked, so that all that is undecided
    // is told at once
  }

  private Optional<String> duty(Activity activity) {
    List<String> reasons = new ArrayList<>();
    for (KeepRule rule : said(activity.keep())) {
      for (KeepRule.Phase phase :
          rule.state().isPresent() ? List.<KeepRule.Phase>of() : rule.phases()) {
        Optional<String> law = phase.law().or(() -> basisLaw(activity));
        if ((law.isPresent() || phase.atLeast()) && binds(activity, law)) {
          reasons.add(reason(law));
        }
      }
    }
    return reasons.stream().findFirst();
  }

  private static List<Activity.Basis> bases(Activity activity) {
    return said(activity.ground().bases());
  }

  private static <T> List<T> said(Stated<List<T>> stated) {
    return stated.value().orElse(List.of());
  }

  private static Optional<String> basisLaw(Activity activity) {
    return bases(activity).stream()
        .filter(b -> b.is().equals(LawfulBasis.LEGAL_OBLIGATION.id()))
        .map(b -> b.law().orElse(""))
        .findFirst();
  }

  private void duties(
      Place place, Activity activity, List<Decision.Duty> duties, List<Decision.Move> moves) {
    Optional<String> basisLaw = basisLaw(activity);
    for (KeepRule rule : said(activity.keep())) {
      if (rule.state().isPresent()) {
        continue; // rules for a state shorten what is kept; none of them is a duty
      }
      for (KeepRule.Phase phase : rule.phases()) {
        Optional<String> law = phase.law().or(() -> basisLaw);
        if ((law.isPresent() || phase.atLeast()) && binds(activity, law)) {
          Set<String> fields = covered(place, activity, rule);
          String reason = reason(law);
          if (phase.stage().isEmpty() || phase.stage().equals(place.stage())) {
            duties.add(
                new Decision.Duty(fields, phase.limit(), reason, by(place, activity, law, fields)));
          } else if (phase.limit() instanceof Limit.After after) {
            archive(place, activity, phase.stage().get())
                .ifPresent(a -> moves.add(new Decision.Move(a.id(), after.from(), reason)));
          }
        }
      }
    }
  }

  private static Kept.By by(
      Place place, Activity activity, Optional<String> law, Set<String> fields) {
    List<String> words =
        fields.stream()
            .flatMap(f -> Optional.ofNullable(place.fields().get(f)).stream())
            .map(Field::word)
            .distinct()
            .sorted()
            .toList();
    return new Kept.By(activity.id(), law.filter(l -> !l.isEmpty()), words);
  }

  /** The place of that stage that holds rows like those of this one. */
  private Optional<Place> archive(Place place, Activity activity, String stage) {
    return places.stream()
        .filter(p -> p.activities().contains(activity.id()))
        .filter(p -> p.stage().equals(Optional.of(stage)))
        .filter(p -> !p.subjects().isEmpty() && p.subjects().equals(place.subjects()))
        .filter(p -> place.fields().keySet().containsAll(p.fields().keySet()))
        .findFirst();
  }

  private static Set<String> covered(Place place, Activity activity, KeepRule rule) {
    return place.fields().entrySet().stream()
        .filter(
            e ->
                rule.words().isEmpty()
                    ? place.activities().size() == 1
                        || activity.data().words().words().contains(e.getValue().word())
                    : rule.words().contains(e.getValue().word()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether the duty keeps the data: because the law was read, or because a person said so. */
  private boolean binds(Activity activity, Optional<String> law) {
    if (order.erase().contains(activity.id())) {
      return false;
    }
    boolean read = law.flatMap(charter.law()::norm).map(RetentionNorm::beatsErasure).orElse(false);
    if (!read && !order.keep().contains(activity.id())) {
      undecided.add(
          activity.id()
              + ": "
              + reason(law)
              + " may forbid to erase it, and nobody read that law in its source");
    }
    return true;
  }

  private String reason(Optional<String> law) {
    return law.filter(l -> !l.isEmpty())
        .map(l -> charter.law().cited(l).map(r -> r.article() + " (" + r.title() + ")").orElse(l))
        .orElse("a duty the charter states");
  }

  /**
   * Fields of a place that stay as they were made, each with the reason: those that are there for a
   * legal obligation alone, and archives. What the company goes on working with is none.
   */
  Map<String, String> records(Place place) {
    Map<String, String> records = new TreeMap<>();
    place
        .fields()
        .forEach(
            (name, field) -> {
              List<Optional<String>> laws =
                  owners(place, field).stream().map(Reach::basisLaw).toList();
              if (place.stage().isPresent()) {
                records.put(name, place.stage().get());
              } else if (!laws.isEmpty() && laws.stream().allMatch(Optional::isPresent)) {
                records.put(name, reason(laws.getFirst()));
              }
            });
    return records;
  }

  /** Which words single a person out, of the charter's vocabulary. */
  static Set<String> identifying(Charter charter) {
    Map<String, String> terms = new LinkedHashMap<>();
    charter.words().vocabulary().forEach((word, entry) -> terms.put(word, entry.is()));
    return terms.entrySet().stream()
        .filter(e -> TERMS.contains(e.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of the Data Privacy Vocabulary: what one person has and hardly anybody else. */
  private static final Set<String> TERMS =
      Set.of(
          "pd:BankAccount",
          "pd:EmailAddress",
          "pd:FinancialAccountNumber",
          "pd:Identifying",
          "pd:MACAddress",
          "pd:OfficialID",
          "pd:PaymentCardNumber",
          "pd:TelephoneNumber",
          "pd:UID",
          "pd:Username",
          "pd:UserIdentifier");
}
