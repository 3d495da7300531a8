package dev.upheld.edge.console.view;

/**
 * A promise as others point to it.
 *
 * @param id {@code nimbus/recruitment/keep}
 * @param sentence what is promised, in the charter's words
 */
public record PromiseRef(String id, String sentence) {

  /** The address of its page. Ids are made of letters, digits, hyphens and slashes. */
  public String href() {
    return "/promises/" + id;
  }
}
