package dev.upheld.charter.check;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks up what a charter refers to, and remembers what is missing. */
final class References {
  /** Nobody mends more in one go, and guessing what was meant costs time on a hostile file. */
  private static final int MOST_PROBLEMS = 200;

  private final Names names;
  private final LawContext law;
  private final Path workspace;
  private final List<Problem> problems = new ArrayList<>();

  References(Names names, LawContext law, Path workspace) {
    this.names = names;
    this.law = law;
    this.workspace = workspace;
  }

  Names names() {
    return names;
  }

  LawContext law() {
    return law;
  }

  List<Problem> problems() {
    return problems;
  }

  void dataWords(List<Spot> spots) {
    all(spots, names.vocabulary(), CharterCode.UNKNOWN_WORD, "a data word of vocabulary");
  }

  void subjects(List<Spot> spots) {
    all(spots, names.subjects(), CharterCode.UNKNOWN_SUBJECT, "a group of people of subjects");
  }

  /** People who are told something: subjects, or everybody, or the authority. */
  void audience(List<Spot> spots) {
    Set<String> others = Set.of("public", "authority");
    subjects(spots.stream().filter(s -> !others.contains(s.text())).toList());
  }

  void recipients(List<Spot> spots) {
    all(spots, names.recipients(), CharterCode.UNKNOWN_RECIPIENT, "a recipient of recipients");
  }

  void activities(List<Spot> spots) {
    all(spots, names.activities(), CharterCode.UNKNOWN_ACTIVITY, "an activity of activities");
  }

  void controllers(List<Spot> spots) {
    all(spots, names.controllers(), CharterCode.UNKNOWN_CONTROLLER, "a controller of controllers");
  }

  void products(List<Spot> spots) {
    all(spots, names.products(), CharterCode.UNKNOWN_PRODUCT, "a product of products");
  }

  void territories(List<Spot> spots) {
    for (Spot spot : spots) {
      if (!law.knowsTerritory(spot.text())) {
        report(
            spot,
            CharterCode.UNKNOWN_TERRITORY,
            "%s is neither a country nor a group of countries.".formatted(Said.quote(spot.text())),
            "Write two letters of ISO 3166, or EU or EEA.");
      }
    }
  }

  /** Each spot must be one of the known words. */
  void all(List<Spot> spots, Collection<String> known, ProblemCode code, String what) {
    for (Spot spot : spots) {
      if (!known.contains(spot.text()) && problems.size() < MOST_PROBLEMS) {
        report(
            spot,
            code,
            "%s is not %s.".formatted(Said.quote(spot.text()), what),
            meant(spot.text(), known) + "Declare it there, or correct the name.");
      }
    }
  }

  /** Words that may be new, but not nearly the same as a known one. */
  void nearly(Optional<Spot> word, Set<String> known, CharterCode code, String declareUnder) {
    word.filter(spot -> !known.contains(spot.text()) && problems.size() < MOST_PROBLEMS)
        .flatMap(spot -> Nearest.to(spot.text(), known).map(near -> new Near(spot, near)))
        .ifPresent(
            near ->
                report(
                    near.spot(),
                    code,
                    "%s is not known, but %s is."
                        .formatted(Said.quote(near.spot().text()), Said.quote(near.word())),
                    "Correct it%s.".formatted(declareUnder)));
  }

  private record Near(Spot spot, String word) {}

  /** Articles and norms. */
  void laws(List<Spot> spots) {
    for (Spot spot : spots) {
      String pack = spot.text().substring(0, spot.text().indexOf('/'));
      if (law.packs().pack(pack).isEmpty()) {
        unknownPack(new Spot(pack, spot.at()));
      } else if (law.cited(spot.text()).isEmpty()) {
        report(
            spot,
            CharterCode.UNKNOWN_LAW,
            "The pack %s has no article or norm %s."
                .formatted(pack, Said.quote(spot.text().substring(pack.length() + 1))),
            meant(spot.text(), normsOf(pack)) + "Write one of its norms, or an article key.");
      }
    }
  }

  private List<String> normsOf(String pack) {
    return law.packs().pack(pack).stream()
        .flatMap(p -> p.norms().stream())
        .map(norm -> pack + "/" + norm.key())
        .toList();
  }

  void unknownPack(Spot pack) {
    report(
        pack,
        CharterCode.UNKNOWN_PACK,
        "There is no jurisdiction pack %s.".formatted(Said.quote(pack.text())),
        meant(pack.text(), law.packs().ids())
            + "Known: %s; put one of your own in packs/."
                .formatted(String.join(", ", law.packs().ids())));
  }

  /** Documents of the workspace that must be there and not be empty. */
  void documents(List<Spot> spots) {
    spots.stream()
        .filter(Predicate.not(this::isDocument))
        .forEach(
            spot ->
                report(
                    spot,
                    CharterCode.DOCUMENT_MISSING,
                    "The document %s is not in the workspace, or is empty."
                        .formatted(Said.quote(spot.text())),
                    "Put it there, correct the path, or write not-stated."));
  }

  private boolean isDocument(Spot spot) {
    try {
      Path file = workspace.resolve(spot.text());
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException | InvalidPathException | SecurityException e) {
      return false;
    }
  }

  void report(Spot spot, ProblemCode code, String what, String mend) {
    if (problems.size() >= MOST_PROBLEMS) {
      return;
    }
    problems.add(Problem.at(spot.at(), code, what, mend));
  }

  static String meant(String written, Collection<String> known) {
    return Nearest.to(written, known)
        .map(near -> "Did you mean %s? ".formatted(Said.quote(near)))
        .orElse("");
  }

  /** The words under a key, whether alone, in a list, or in a mapping under another key. */
  static List<Spot> listed(View view, String key, String inner) {
    return view.child(key).map(c -> c.spots(inner)).orElseGet(() -> view.spots(key));
  }
}
