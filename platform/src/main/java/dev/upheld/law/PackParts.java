package dev.upheld.law;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything a pack holds, by key; what a pack does not say it takes from its parent. */
record PackParts(
    Map<String, LawReference> references,
    Map<RightId, Right> rights,
    Map<String, DeadlineRule> deadlines,
    Map<LawTopic, Map<String, LawRule>> rules,
    Map<String, RetentionNorm> norms,
    Map<BreachClock.Recipient, BreachClock> breach,
    Optional<Authority> authority,
    Optional<WorkingCalendar> calendar,
    Optional<Sourced<Integer>> ageOfConsent,
    Optional<TransferRules> transfers) {

  /** These parts, and those of the parent that they do not replace. */
  PackParts over(PackParts parent) {
    Map<LawTopic, Map<String, LawRule>> allRules = new EnumMap<>(LawTopic.class);
    for (LawTopic topic : LawTopic.values()) {
      allRules.put(
          topic,
          merged(rules.getOrDefault(topic, Map.of()), parent.rules.getOrDefault(topic, Map.of())));
    }
    return new PackParts(
        merged(references, parent.references),
        merged(rights, parent.rights),
        merged(deadlines, parent.deadlines),
        allRules,
        merged(norms, parent.norms),
        merged(breach, parent.breach),
        authority.or(parent::authority),
        calendar.or(parent::calendar),
        ageOfConsent.or(parent::ageOfConsent),
        transfers.or(parent::transfers));
  }

  private static <K, V> Map<K, V> merged(Map<K, V> own, Map<K, V> parent) {
    Map<K, V> all = new LinkedHashMap<>(parent);
    all.putAll(own);
    return all;
  }
}
