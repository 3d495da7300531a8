package dev.upheld.duty.request;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Stated;
import dev.upheld.law.LawfulBasis;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activity that an objection or a withdrawal of consent reaches, by its lawful basis: GDPR Art.
 * 21(1) what rests on legitimate interest or a public task, Art. 21(2) whatever serves direct
 * marketing on any basis, Art. 7(3) what rests on consent. Pure.
 *
 * @param activity its word
 * @param title for people
 * @param likely whether it is reached as far as the charter tells; else a person has to say so
 */
public record Reached(String activity, String title, boolean likely) {
  /** No charter says which purposes are marketing; these words do. */
  private static final List<String> MARKETING =
      List.of("marketing", "advertis", "newsletter", "prospect", "promotion", "publicit");

  /** Those that a right may reach; empty for rights of another kind. */
  static List<Reached> by(Charter charter, String right) {
    return charter.activities().values().stream()
        .filter(a -> a.role() != Activity.Role.PROCESSOR)
        .flatMap(a -> by(a, right))
        .toList();
  }

  private static Stream<Reached> by(Activity activity, String right) {
    Set<LawfulBasis> bases = bases(activity);
    boolean interest =
        bases.contains(LawfulBasis.LEGITIMATE_INTEREST) || bases.contains(LawfulBasis.PUBLIC_TASK);
    boolean consent = bases.contains(LawfulBasis.CONSENT);
    boolean marketing = serves(activity);
    return switch (right) {
      case "objection" -> offered(activity, interest || marketing, interest);
      case "objection-marketing" -> offered(activity, marketing || interest || consent, marketing);
      case "withdraw-consent" -> offered(activity, consent, true);
      default -> Stream.of();
    };
  }

  private static Stream<Reached> offered(Activity activity, boolean offered, boolean likely) {
    return offered ? Stream.of(new Reached(activity.id(), activity.title(), likely)) : Stream.of();
  }

  private static Set<LawfulBasis> bases(Activity activity) {
    Stated<List<Activity.Basis>> stated = activity.ground().bases();
    return stated.value().stream()
        .flatMap(List::stream)
        .flatMap(b -> LawfulBasis.of(b.is()).stream())
        .collect(Collectors.toSet());
  }

  private static boolean serves(Activity activity) {
    return Stream.concat(
            Stream.of(activity.id(), activity.title()),
            activity.ground().purposes().words().stream())
        .map(w -> w.toLowerCase(Locale.ROOT))
        .anyMatch(w -> MARKETING.stream().anyMatch(w::contains));
  }
}
