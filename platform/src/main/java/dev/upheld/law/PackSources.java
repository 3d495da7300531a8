package dev.upheld.law;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts a pack was made from, and the problems found in it. */
final class PackSources {
  private static final PackFields.Form<Confidence> CONFIDENCE =
      PackFields.oneOf(Confidence.class, Confidence::id);

  private final List<Problem> problems;
  private final Map<String, Text> texts = new HashMap<>();
  private Optional<LocalDate> verifiedOn = Optional.empty();

  PackSources(List<Problem> problems) {
    this.problems = problems;
  }

  /** A text with what holds for every value read in it, unless the value says otherwise. */
  private record Text(
      String shown, Optional<Confidence> confidence, Optional<LocalDate> verifiedOn) {}

  void report(Problem problem) {
    problems.add(problem);
  }

  /** Reads the head of a pack: its texts, and when they were last looked at. */
  void read(PackFields pack) {
    verifiedOn = pack.maybe("verified-on", PackFields.DATE);
    pack.children("sources")
        .forEach(
            (key, fields) -> {
              String shown = fields.text("title") + " <" + fields.text("at") + ">";
              texts.put(
                  key,
                  new Text(
                      shown,
                      fields.maybe("confidence", CONFIDENCE),
                      fields.maybe("verified-on", PackFields.DATE)));
              fields.done();
            });
  }

  /** What a mapping says of its source, the gaps filled from the text and the entry around it. */
  Provenance provenance(PackFields fields, Optional<Provenance> inherited) {
    Optional<Text> own = fields.maybeText("source").map(name -> text(name, fields.at("source")));
    if (own.isEmpty() && inherited.isEmpty()) {
      throw noSource(fields.at());
    }
    Optional<Provenance> base = own.isPresent() ? Optional.empty() : inherited;
    Confidence confidence =
        fields
            .maybe("confidence", CONFIDENCE)
            .or(() -> own.flatMap(Text::confidence))
            .or(() -> base.map(Provenance::confidence))
            .orElseThrow(() -> fields.missing("confidence"));
    LocalDate verified =
        fields
            .maybe("verified-on", PackFields.DATE)
            .or(() -> own.flatMap(Text::verifiedOn))
            .or(() -> base.map(Provenance::verifiedOn))
            .or(() -> verifiedOn)
            .orElseThrow(() -> fields.missing("verified-on"));
    return new Provenance(
        own.map(Text::shown).or(() -> base.map(Provenance::source)).orElseThrow(),
        confidence,
        verified,
        fields.maybe("valid-from", PackFields.DATE).or(() -> base.flatMap(Provenance::validFrom)),
        fields.maybe("valid-to", PackFields.DATE).or(() -> base.flatMap(Provenance::validTo)));
  }

  private Text text(String name, Location at) {
    Text known = texts.get(name);
    if (known != null) {
      return known;
    }
    if (name.startsWith("https://") || name.startsWith("http://")) {
      return new Text(name, Optional.empty(), Optional.empty());
    }
    throw new ProblemException(
        Problem.at(
            at,
            LawCode.NO_SOURCE,
            "\"" + name + "\" is neither an address nor one of the sources of this pack.",
            "Add it to `sources:`."));
  }

  static ProblemException noSource(Location at) {
    return new ProblemException(
        Problem.at(
            at,
            LawCode.NO_SOURCE,
            "This says nothing of where it comes from.",
            "Write it as `{value: , source: }`, or add `source:` to the entry it stands in."));
  }
}
