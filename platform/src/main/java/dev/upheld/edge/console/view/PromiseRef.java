package dev.upheld.edge.console.view;

/**
 * A promise as others point to it.
 *
 * @param id {@code nimbus/recruitment/keep}
 * @param sentence what is promised, in the charter's words
 * @param language the tag of the sentence's language, for those who hear it read: {@code en}
 */
public record PromiseRef(String id, String sentence, String language) {

  /** The address of its page. Ids are made of letters, digits, hyphens and slashes. */
  public String href() {
    return "/promises/" + id;
  }
}
