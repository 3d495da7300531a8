package dev.upheld.charter.model;

import java.util.Map;

/**
 * What a company promises, read from its workspace. Immutable; maps keep the order of the file.
 *
 * @param organisation who promises
 * @param publication languages, notice, revisions and texts
 * @param words the words the rest is written in
 * @param recipients who receives data, by word
 * @param activities processing activities, by word
 * @param rights what people may ask for
 * @param measures what holds for the whole company
 * @param gaps what the writer noticed in the source and no other part can say, by word
 * @param law the jurisdictions and their packs
 */
public record Charter(
    Organisation organisation,
    Publication publication,
    Words words,
    Map<String, Recipient> recipients,
    Map<String, Activity> activities,
    Rights rights,
    Measures measures,
    Map<String, Gap> gaps,
    LawContext law) {

  /** The company's id, first part of every promise id. */
  public String company() {
    return organisation.company().id();
  }
}
