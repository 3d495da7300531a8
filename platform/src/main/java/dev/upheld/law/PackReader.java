package dev.upheld.law;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads one pack. Every fault is reported; a pack with a fault is not used. Used once. */
final class PackReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final PackFields.Form<String> PACK_ID =
      new PackFields.Form<>(
          "a name of lower-case words and hyphens",
          t -> ID.matcher(t).matches() ? Optional.of(t) : Optional.empty());
  private static final PackFields.Form<Integer> AGE =
      new PackFields.Form<>(
          "an age from 1 to 21",
          t ->
              t.matches("[1-9]|1[0-9]|2[01]") ? Optional.of(Integer.valueOf(t)) : Optional.empty());

  private final List<Problem> problems;

  PackReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** The pack, or nothing when a fault was found and reported. */
  Optional<PackLinker.Draft> read(Mapping root) {
    int before = problems.size();
    Optional<PackLinker.Draft> draft = attempt(() -> draft(root));
    return problems.size() == before ? draft : Optional.empty();
  }

  private PackLinker.Draft draft(Mapping root) {
    PackSources sources = new PackSources(problems);
    PackFields pack = new PackFields(sources, root, Optional.empty());
    sources.read(pack);
    String id = pack.parsed("pack", PACK_ID);
    PackLinker.Draft draft =
        new PackLinker.Draft(
            pack.at("pack"),
            id,
            pack.text("title"),
            pack.maybe("extends", PACK_ID),
            pack.maybeText("country"),
            parts(id, pack));
    pack.done();
    return draft;
  }

  private PackParts parts(String id, PackFields pack) {
    ProvisionReader provisions = new ProvisionReader(id);
    PlaceReader places = new PlaceReader(provisions);
    return new PackParts(
        each(pack, "references", provisions::reference),
        rights(each(pack, "rights", provisions::right)),
        each(pack, "deadlines", provisions::deadline),
        rules(pack, provisions),
        each(pack, "norms", provisions::norm),
        breach(each(pack, "breach", provisions::breach)),
        section(pack, "authority", places::authority),
        section(pack, "calendar", places::calendar),
        attempt(() -> pack.maybeSourced("age-of-consent", AGE)).flatMap(a -> a),
        section(pack, "transfers", places::transfers));
  }

  private static Map<RightId, Right> rights(Map<String, Right> byName) {
    Map<RightId, Right> byId = new LinkedHashMap<>();
    byName.values().forEach(right -> byId.put(right.id(), right));
    return byId;
  }

  private static Map<BreachClock.Recipient, BreachClock> breach(Map<String, BreachClock> byName) {
    Map<BreachClock.Recipient, BreachClock> byRecipient = new LinkedHashMap<>();
    byName.values().forEach(clock -> byRecipient.put(clock.to(), clock));
    return byRecipient;
  }

  private Map<LawTopic, Map<String, LawRule>> rules(PackFields pack, ProvisionReader provisions) {
    Map<LawTopic, Map<String, LawRule>> byTopic = new LinkedHashMap<>();
    pack.child("rules")
        .ifPresent(
            rules -> {
              for (LawTopic topic : LawTopic.values()) {
                byTopic.put(topic, each(rules, topic.id(), provisions::rule));
              }
              rules.done();
            });
    return byTopic;
  }

  /** Reads each entry of a section on its own, so that a fault in one leaves the others read. */
  private <T> Map<String, T> each(
      PackFields pack, String section, BiFunction<String, PackFields, T> reader) {
    Map<String, T> all = new LinkedHashMap<>();
    attempt(() -> pack.children(section))
        .orElse(Map.of())
        .forEach(
            (key, fields) ->
                attempt(() -> reader.apply(key, fields)).ifPresent(t -> all.put(key, t)));
    return all;
  }

  private <T> Optional<T> section(PackFields pack, String section, Function<PackFields, T> reader) {
    return attempt(() -> pack.child(section))
        .flatMap(c -> c)
        .flatMap(f -> attempt(() -> reader.apply(f)));
  }

  private <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
