package dev.upheld.law;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts packs that were read one by one on top of the packs they extend. Used once. */
final class PackLinker {
  private final Map<String, JurisdictionPack> linked;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param known packs that are there already and may be extended
   */
  PackLinker(Map<String, JurisdictionPack> known) {
    this.linked = new HashMap<>(known);
  }

  /** A pack as one file says it, before its parent is known. */
  record Draft(
      Location at,
      String id,
      String title,
      Optional<String> parent,
      Optional<String> country,
      PackParts parts) {}

  void add(YamlResult read) {
    switch (read) {
      case YamlResult.Faulty(List<Problem> faults) -> problems.addAll(faults);
      case YamlResult.Document(YamlNode root) -> {
        if (root instanceof Mapping mapping && mapping.get("pack").isPresent()) {
          new PackReader(problems).read(mapping).ifPresent(this::keep);
        }
      }
    }
  }

  private void keep(Draft draft) {
    if (linked.containsKey(draft.id()) || drafts.putIfAbsent(draft.id(), draft) != null) {
      problems.add(
          Problem.at(
              draft.at(),
              LawCode.DUPLICATE_PACK,
              "There is already a pack with the id \"" + draft.id() + "\".",
              "Choose another id; write `extends: " + draft.id() + "` to build on that one."));
    }
  }

  Packs.Loaded link() {
    boolean more = true;
    while (more) {
      List<Draft> ready =
          drafts.values().stream()
              .filter(d -> d.parent().map(linked::containsKey).orElse(true))
              .toList();
      ready.forEach(this::linkOne);
      more = !ready.isEmpty();
    }
    drafts.values().forEach(this::orphan);
    return new Packs.Loaded(Packs.of(linked), problems);
  }

  private void linkOne(Draft draft) {
    PackParts parts =
        draft
            .parent()
            .flatMap(id -> Optional.ofNullable(linked.get(id)))
            .map(parent -> draft.parts().over(parent.parts()))
            .orElse(draft.parts());
    JurisdictionPack pack =
        new JurisdictionPack(draft.id(), draft.title(), draft.parent(), draft.country(), parts);
    linked.put(draft.id(), pack);
    drafts.remove(draft.id());
    pack.deadlines().stream()
        .flatMap(rule -> rule.rights().stream())
        .filter(right -> pack.right(right).isEmpty())
        .forEach(right -> problems.add(deadlineWithoutRight(draft, right)));
  }

  private static Problem deadlineWithoutRight(Draft draft, RightId right) {
    return Problem.at(
        draft.at(),
        LawCode.UNKNOWN_REFERENCE,
        "A deadline is set for \"%s\", a right this pack does not give.".formatted(right),
        "Add the right, or take it out of the deadline.");
  }

  private void orphan(Draft draft) {
    problems.add(
        Problem.at(
            draft.at(),
            LawCode.UNKNOWN_PARENT,
            "This pack extends \"%s\", which is not there or extends it in turn."
                .formatted(draft.parent().orElse("")),
            "Extend one of: "
                + String.join(", ", linked.keySet().stream().sorted().toList())
                + "."));
  }
}
