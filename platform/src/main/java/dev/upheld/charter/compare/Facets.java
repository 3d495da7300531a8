package dev.upheld.charter.compare;

import dev.upheld.charter.promise.Promise;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What makes a statement itself among others of its kind, apart from what it promises. */
final class Facets {
  private Facets() {}

  /** What the statement speaks of; several of one kind in one activity differ in it. */
  static String facet(Promise promise) {
    return switch (promise) {
      case Promise.Keep p ->
          sorted(p.words()) + p.stage().map(" stage "::concat) + p.state().map(" of "::concat);
      case Promise.Form p -> p.word();
      case Promise.Absent p -> p.what().name();
      case Promise.Offer p -> p.what();
      case Promise.Tell p -> p.of() + sorted(p.whom());
      case Promise.AskFirst p -> p.purpose();
      case Promise.Answer p -> p.right() + sorted(p.bounds().jurisdictions());
      case Promise.Declare p -> DeclarePoints.facet(p);
      case Promise.Warn p -> "";
      case Promise.HoldOnly p -> "";
      case Promise.Encrypt p -> "";
      case Promise.Apart p -> "";
      case Promise.Locate p -> "";
      case Promise.ShareOnly p -> "";
      case Promise.Refuse p -> "";
      case Promise.Count p -> "";
      case Promise.Watch p -> "";
      case Promise.Publish p -> "";
      case Promise.Review p -> "";
    };
  }

  /** Whether two statements in one place can be the same one, changed in what it speaks of. */
  static boolean related(Promise one, Promise other) {
    return switch (one) {
      case Promise.Form p -> false;
      case Promise.Absent p -> false;
      case Promise.Tell p -> p.of() == ((Promise.Tell) other).of() && p.of() != Promise.News.BREACH;
      case Promise.Declare p -> p.what().equals(((Promise.Declare) other).what());
      case Promise.Keep p -> p.stage().equals(((Promise.Keep) other).stage());
      default -> true;
    };
  }

  /** Whether two company-wide statements under different keys promise of the same. */
  static boolean renamed(Compared a, Compared b, Promise one, Promise other) {
    if (one.header().activity().isPresent() || other.header().activity().isPresent()) {
      return false;
    }
    return switch (one) {
      case Promise.Absent p -> p.what() == ((Promise.Absent) other).what();
      case Promise.Offer p -> p.what().equals(((Promise.Offer) other).what());
      case Promise.Encrypt p -> true;
      case Promise.Apart p -> p.apart().equals(((Promise.Apart) other).apart());
      case Promise.Locate p -> sameReach(p, (Promise.Locate) other);
      case Promise.Review p -> p.what().strip().equals(((Promise.Review) other).what().strip());
      case Promise.Declare p -> declared(a, b, p, (Promise.Declare) other);
      default -> false;
    };
  }

  private static boolean sameReach(Promise.Locate one, Promise.Locate other) {
    return one.dedicated() == other.dedicated()
        && one.subjects().equals(other.subjects())
        && one.residents().equals(other.residents())
        && one.activities().equals(other.activities());
  }

  private static boolean declared(
      Compared a, Compared b, Promise.Declare one, Promise.Declare other) {
    if (!one.what().equals(other.what())) {
      return false;
    }
    return switch (one.what()) {
      case "recipient" -> {
        Optional<String> name = name(a, one);
        yield name.isPresent() && name.equals(name(b, other));
      }
      case "contact", "controller" -> one.value().equals(other.value());
      default -> false;
    };
  }

  private static Optional<String> name(Compared side, Promise.Declare promise) {
    String word = promise.id().subject().replaceFirst("^recipient-", "");
    return Optional.ofNullable(side.charter().recipients().get(word))
        .flatMap(r -> r.name().value());
  }

  private static String sorted(Collection<String> words) {
    return new TreeSet<>(words).toString();
  }
}
