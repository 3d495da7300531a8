package dev.upheld.duty.request;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Rights;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.Right;
import dev.upheld.law.RightId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people can ask a company for: every right a law in force gives, and every right the charter
 * promises beyond it. What a charter withholds the law still gives. Pure.
 */
public final class Offers {
  /** Rights that nobody asks for: they are kept without a request, or by somebody else. */
  private static final Set<RightId> UNASKED =
      Set.of(RightId.INFORMATION, RightId.NOTIFY_RECIPIENTS, RightId.COMPLAINT);

  /** In the order in which people look for them. */
  private static final List<String> ORDER =
      List.of(
          "access",
          "erasure",
          "rectification",
          "portability",
          "objection",
          "objection-marketing",
          "withdraw-consent",
          "restriction",
          "automated-decisions",
          "minor-erasure",
          "post-mortem",
          "destruction-after-death");

  private Offers() {}

  /** All of them, {@link Offer#OTHER} last. */
  public static List<Offer> of(Charter charter) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> known = new LinkedHashSet<>();
    charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.rights().stream())
        .map(Right::id)
        .filter(id -> !UNASKED.contains(id))
        .forEach(id -> known.add(id.id()));
    promised(charter).forEach(right -> known.add(right.id()));
    ORDER.stream().filter(known::contains).forEach(words::add);
    words.addAll(known);
    List<Offer> offers = new ArrayList<>();
    words.forEach(word -> offers.add(offer(charter, word)));
    offers.add(Offer.other());
    return List.copyOf(offers);
  }

  /** The offer of one right; empty when the company offers nothing of that name. */
  public static Optional<Offer> of(Charter charter, String right) {
    return of(charter).stream().filter(o -> o.right().equals(right)).findFirst();
  }

  /** What the charter says of a right it promises; empty where only the law gives it. */
  static Optional<Rights.Right> promise(Charter charter, String right) {
    return promised(charter).stream().filter(r -> r.id().equals(right)).findFirst();
  }

  private static List<Rights.Right> promised(Charter charter) {
    return charter.rights().list().stream()
        .filter(r -> r.standing() == Rights.Standing.GIVEN)
        .toList();
  }

  private static Offer offer(Charter charter, String word) {
    List<Right> laws =
        charter.law().jurisdictions().stream().flatMap(p -> right(p, word).stream()).toList();
    return new Offer(
        word,
        laws.stream().map(r -> r.reference().article()).distinct().toList(),
        promise(charter, word).isPresent(),
        laws.stream().flatMap(r -> r.limits().stream()).distinct().toList(),
        charter.law().jurisdictions().stream()
            .flatMap(p -> rule(p, word).stream())
            .anyMatch(
                rule -> rule.extension().filter(dev.upheld.law.Sourced::mayBind).isPresent()));
  }

  private static Optional<Right> right(JurisdictionPack pack, String word) {
    return RightId.isId(word) ? pack.right(new RightId(word)) : Optional.empty();
  }

  static Optional<dev.upheld.law.DeadlineRule> rule(JurisdictionPack pack, String word) {
    return right(pack, word).flatMap(right -> pack.deadline(right.id()));
  }
}
