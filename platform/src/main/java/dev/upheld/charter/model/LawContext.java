package dev.upheld.charter.model;

import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.law.BreachClock;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.LawReference;
import dev.upheld.law.Packs;
import dev.upheld.law.RetentionNorm;
import dev.upheld.law.RightId;
import dev.upheld.law.Sourced;
import dev.upheld.law.TransferRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The law a charter stands under.
 *
 * @param jurisdictions the packs the charter names, in its order
 * @param packs all packs at hand
 * @param day the day on which the charter is looked at; decides whether an adequacy still holds
 */
public record LawContext(List<JurisdictionPack> jurisdictions, Packs packs, LocalDate day) {
  public LawContext {
    jurisdictions = List.copyOf(jurisdictions);
  }

  /** A reference as promises and findings carry it. */
  public static LawRef ref(LawReference reference) {
    return new LawRef(
        reference.pack(),
        reference.article(),
        reference.title(),
        reference.confidence().id(),
        reference.source());
  }

  /** What the jurisdictions say under a key; empty where none says anything. */
  public List<LawRef> refs(String key) {
    return jurisdictions.stream()
        .flatMap(pack -> pack.reference(key).stream())
        .map(LawContext::ref)
        .distinct()
        .toList();
  }

  /** What the jurisdictions say of telling a breach. */
  public List<LawRef> breach(BreachClock.Recipient to) {
    return jurisdictions.stream()
        .flatMap(pack -> pack.breach(to).stream())
        .map(clock -> ref(clock.reference()))
        .distinct()
        .toList();
  }

  /** An article or norm as charters cite it: {@code fr/FR-LCEN-1}. */
  public Optional<LawReference> cited(String reference) {
    int slash = reference.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : norm(reference)
            .map(RetentionNorm::reference)
            .or(
                () ->
                    packs
                        .pack(reference.substring(0, slash))
                        .flatMap(pack -> pack.reference(reference.substring(slash + 1))));
  }

  /** A norm on keeping as charters cite it. */
  public Optional<RetentionNorm> norm(String reference) {
    return packs.norm(reference);
  }

  /**
   * Whether a law in force gives a right, under whatever basis.
   *
   * @param right its word
   * @param only packs it is promised for; empty means all
   */
  public boolean givesRight(String right, List<String> only) {
    return RightId.isId(right)
        && jurisdictions.stream()
            .filter(pack -> only.isEmpty() || only.contains(pack.id()))
            .anyMatch(pack -> pack.right(new RightId(right)).isPresent());
  }

  /** Whether the text is a country, or a group of countries that some pack knows. */
  public boolean knowsTerritory(String text) {
    return Shapes.isCountry(text) || group(text).isPresent();
  }

  /** Country codes, groups replaced by the countries in them. */
  public Set<String> expand(Collection<String> territories) {
    return territories.stream()
        .flatMap(t -> group(t).orElseGet(() -> Set.of(t)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Set<String>> group(String name) {
    return Stream.concat(jurisdictions.stream(), packs.all().stream())
        .flatMap(pack -> pack.transfers().stream())
        .map(TransferRules::territories)
        .flatMap(groups -> in(groups, name).stream())
        .findFirst();
  }

  private static Optional<Set<String>> in(Map<String, Sourced<Set<String>>> groups, String name) {
    return Optional.ofNullable(groups.get(name)).map(Sourced::value);
  }
}
