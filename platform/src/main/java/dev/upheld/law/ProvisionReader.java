package dev.upheld.law;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a pack says article by article. */
final class ProvisionReader {
  private static final PackFields.Form<LawKind> KIND = PackFields.oneOf(LawKind.class, LawKind::id);
  private static final PackFields.Form<Roll> ROLL = PackFields.oneOf(Roll.class, Roll::id);
  private static final PackFields.Form<SuspensionGround> GROUND =
      PackFields.oneOf(SuspensionGround.class, SuspensionGround::id);
  private static final PackFields.Form<RetentionNorm.Bound> BOUND =
      PackFields.oneOf(RetentionNorm.Bound.class, RetentionNorm.Bound::id);
  private static final PackFields.Form<RetentionNorm.Phase> PHASE =
      PackFields.oneOf(RetentionNorm.Phase.class, RetentionNorm.Phase::id);
  private static final PackFields.Form<BreachClock.Recipient> RECIPIENT =
      PackFields.oneOf(BreachClock.Recipient.class, BreachClock.Recipient::id);
  private static final PackFields.Form<RightId> RIGHT =
      new PackFields.Form<>(
          "the name of a right",
          t -> RightId.isId(t) ? Optional.of(new RightId(t)) : Optional.empty());
  private static final PackFields.Form<Standing> STANDING =
      new PackFields.Form<>(
          "given, not-given, or {unless: the case and its article}",
          t ->
              switch (t) {
                case "given" -> Optional.of(new Standing.Given());
                case "not-given" -> Optional.of(new Standing.NotGiven());
                default -> Optional.empty();
              });

  private final String pack;

  ProvisionReader(String pack) {
    this.pack = pack;
  }

  LawReference reference(String key, PackFields fields) {
    LawReference reference = head(key, fields);
    fields.done();
    return reference;
  }

  /** Article, title, kind and source: what every entry begins with. */
  LawReference head(String key, PackFields fields) {
    return new LawReference(
        pack,
        key,
        fields.text("article"),
        fields.text("title"),
        fields.maybe("kind", KIND).orElse(LawKind.LAW),
        fields.provenance());
  }

  Right right(String key, PackFields fields) {
    if (!RightId.isId(key)) {
      throw bad(
          fields, "\"" + key + "\" cannot name a right.", "Use lower-case words and hyphens.");
    }
    Right right =
        new Right(
            new RightId(key),
            head(key, fields),
            fields.maybeText("dpv"),
            standings(fields),
            fields.listOfSourced("limits", PackFields.TEXT),
            fields.listOfSourced("notes", PackFields.TEXT));
    fields.done();
    return right;
  }

  private static Map<LawfulBasis, Sourced<Standing>> standings(PackFields fields) {
    PackFields bases = fields.child("bases").orElseThrow(() -> fields.missing("bases"));
    Map<LawfulBasis, Sourced<Standing>> standings = new EnumMap<>(LawfulBasis.class);
    Optional<Sourced<Standing>> all = standing(bases, "all");
    for (LawfulBasis basis : LawfulBasis.values()) {
      standing(bases, basis.id()).or(() -> all).ifPresent(s -> standings.put(basis, s));
    }
    bases.done();
    return standings;
  }

  private static Optional<Sourced<Standing>> standing(PackFields bases, String key) {
    Optional<YamlNode> node = bases.node(key);
    if (node.isPresent()
        && node.get() instanceof Mapping mapping
        && mapping.get("unless").isPresent()) {
      return bases
          .child(key)
          .map(
              fields -> {
                Standing standing = new Standing.Conditional(fields.text("unless"));
                Provenance provenance = fields.provenance();
                fields.done();
                return new Sourced<>(standing, provenance);
              });
    }
    return bases.maybeSourced(key, STANDING);
  }

  DeadlineRule deadline(String key, PackFields fields) {
    LawReference reference = head(key, fields);
    Sourced<Span> answer = fields.sourced("answer", PackFields.SPAN);
    Optional<Sourced<Span>> extension = fields.maybeSourced("extension", PackFields.SPAN);
    if (extension.isPresent() && answer.value().then(extension.get().value()).isEmpty()) {
      throw bad(
          fields,
          "An extension of %s cannot be counted on from %s."
              .formatted(extension.get().value().words(), answer.value().words()),
          "Write both in the same unit.");
    }
    DeadlineRule rule =
        new DeadlineRule(
            reference,
            new LinkedHashSet<>(fields.list("rights", RIGHT)),
            answer,
            extension,
            fields.maybeSourced("target", PackFields.SPAN),
            fields
                .maybeSourcedList("suspended-by", GROUND)
                .map(grounds -> grounds.map(ProvisionReader::set))
                .orElse(new Sourced<>(Set.of(), reference.provenance())),
            fields
                .maybeSourced("roll", ROLL)
                .orElse(new Sourced<>(Roll.NONE, reference.provenance())));
    fields.done();
    return rule;
  }

  private static Set<SuspensionGround> set(List<SuspensionGround> grounds) {
    return grounds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(grounds));
  }

  LawRule rule(String key, PackFields fields) {
    LawRule rule = new LawRule(head(key, fields), fields.sourced("text", PackFields.TEXT));
    fields.done();
    return rule;
  }

  BreachClock breach(String key, PackFields fields) {
    BreachClock.Recipient to =
        RECIPIENT
            .parser()
            .apply(key)
            .orElseThrow(
                () ->
                    bad(
                        fields,
                        "\"" + key + "\" is nobody a breach is told to.",
                        "Use " + RECIPIENT.expected() + "."));
    BreachClock clock =
        new BreachClock(
            to,
            head("breach." + key, fields),
            fields.sourced("within", PackFields.SPAN),
            fields.text("from"),
            fields.sourced("when", PackFields.TEXT));
    fields.done();
    return clock;
  }

  RetentionNorm norm(String key, PackFields fields) {
    RetentionNorm norm =
        new RetentionNorm(
            head(key, fields),
            fields.parsed("bound", BOUND),
            fields.sourced("period", PackFields.SPAN),
            fields.maybeSourced("up-to", PackFields.SPAN),
            fields.text("from"),
            fields.maybe("phase", PHASE).orElse(RetentionNorm.Phase.ANY),
            words(fields, "data"),
            words(fields, "purposes"),
            words(fields, "limits"),
            fields.maybeText("note"));
    if (norm.data().isEmpty() && norm.purposes().isEmpty()) {
      throw bad(fields, "This norm is about nothing.", "Add `data:` or `purposes:`.");
    }
    fields.done();
    return norm;
  }

  private static Set<String> words(PackFields fields, String key) {
    return new LinkedHashSet<>(fields.list(key, PackFields.TEXT));
  }

  static ProblemException bad(PackFields fields, String what, String mend) {
    return new ProblemException(Problem.at(fields.at(), LawCode.BAD_VALUE, what, mend));
  }
}
