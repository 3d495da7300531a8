package dev.upheld.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The law of one jurisdiction as data, what it inherits included. Immutable. Nothing in it is legal
 * advice; every value says how sure of it we are.
 */
public final class JurisdictionPack {
  /** The key under which {@link #reference} finds the article of a right: {@code rights.access}. */
  public static final String RIGHTS = "rights.";

  private final String id;
  private final String title;
  private final Optional<String> parent;
  private final Optional<String> country;
  private final PackParts parts;

  JurisdictionPack(
      String id, String title, Optional<String> parent, Optional<String> country, PackParts parts) {
    this.id = id;
    this.title = title;
    this.parent = parent;
    this.country = country;
    this.parts = parts;
  }

  /** As charters name it: {@code fr}. */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** The pack it extends. */
  public Optional<String> parent() {
    return parent;
  }

  /** ISO 3166 code, where the pack stands for one country. */
  public Optional<String> country() {
    return country;
  }

  PackParts parts() {
    return parts;
  }

  /**
   * The article a promise rests on, by what it is about: {@code storage-limitation}, {@code
   * security.passwords}, {@code rights.access}. A key with a dot that the pack does not have is
   * looked up without its last part, as the law that is silent on passwords still asks for
   * security.
   */
  public Optional<LawReference> reference(String key) {
    if (key.startsWith(RIGHTS) && RightId.isId(key.substring(RIGHTS.length()))) {
      return right(new RightId(key.substring(RIGHTS.length()))).map(Right::reference);
    }
    LawReference found = parts.references().get(key);
    int dot = key.lastIndexOf('.');
    return found == null && dot > 0 ? reference(key.substring(0, dot)) : Optional.ofNullable(found);
  }

  /** All references, rights not included. */
  public Collection<LawReference> references() {
    return List.copyOf(parts.references().values());
  }

  /** The right, if the law gives it at all. */
  public Optional<Right> right(RightId right) {
    return Optional.ofNullable(parts.rights().get(right));
  }

  /** All rights the law gives, under whatever basis. */
  public List<Right> rights() {
    return List.copyOf(parts.rights().values());
  }

  /** The rights the law gives under a basis, those under a condition included. */
  public List<RightGrant> rightsFor(LawfulBasis basis) {
    return parts.rights().values().stream()
        .flatMap(
            right ->
                Optional.ofNullable(right.standings().get(basis))
                    .filter(s -> !(s.value() instanceof Standing.NotGiven))
                    .map(s -> new RightGrant(right, s))
                    .stream())
        .toList();
  }

  /** How long the law gives to answer a right; empty where it sets nothing. */
  public Optional<DeadlineRule> deadline(RightId right) {
    return parts.deadlines().values().stream()
        .filter(rule -> rule.rights().contains(right))
        .findFirst();
  }

  /** All rules for deadlines. */
  public List<DeadlineRule> deadlines() {
    return List.copyOf(parts.deadlines().values());
  }

  /** The rules in words about a topic. */
  public List<LawRule> rules(LawTopic topic) {
    return List.copyOf(parts.rules().getOrDefault(topic, Map.of()).values());
  }

  /** One rule in words. */
  public Optional<LawRule> rule(LawTopic topic, String key) {
    return Optional.ofNullable(parts.rules().getOrDefault(topic, Map.of()).get(key));
  }

  /** All norms of retention. */
  public List<RetentionNorm> norms() {
    return List.copyOf(parts.norms().values());
  }

  /** One norm by its key: {@code FR-LCEN-1}. */
  public Optional<RetentionNorm> norm(String key) {
    return Optional.ofNullable(parts.norms().get(key));
  }

  /**
   * The norms about some data or purpose; law before guidance.
   *
   * @param words data words, vocabulary terms and purpose words of a charter
   */
  public List<RetentionNorm> normsTouching(Collection<String> words) {
    return parts.norms().values().stream()
        .filter(norm -> norm.touches(words))
        .sorted(Comparator.comparing(RetentionNorm::kind))
        .toList();
  }

  /** Who watches; empty for a pack that stands for no single country. */
  public Optional<Authority> authority() {
    return parts.authority();
  }

  /** Whom to tell of a breach, and how fast; empty where the law has no such duty. */
  public Optional<BreachClock> breach(BreachClock.Recipient to) {
    return Optional.ofNullable(parts.breach().get(to));
  }

  /** Working days; empty only in a pack of one's own that neither says nor inherits them. */
  public Optional<WorkingCalendar> calendar() {
    return parts.calendar();
  }

  /** From which age a child may consent to an online service; empty where the law is silent. */
  public Optional<Sourced<Integer>> ageOfConsent() {
    return parts.ageOfConsent();
  }

  /** Where data may go. */
  public Optional<TransferRules> transfers() {
    return parts.transfers();
  }

  /** Every value with its source, for lists of what is unverified. */
  public Stream<LawReference> everyReference() {
    return Stream.of(
            parts.references().values().stream(),
            parts.rights().values().stream().map(Right::reference),
            parts.deadlines().values().stream().map(DeadlineRule::reference),
            parts.norms().values().stream().map(RetentionNorm::reference),
            parts.breach().values().stream().map(BreachClock::reference),
            parts.rules().values().stream()
                .flatMap(m -> m.values().stream())
                .map(LawRule::reference))
        .flatMap(s -> s);
  }

  @Override
  public String toString() {
    return id;
  }
}
