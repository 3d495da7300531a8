package dev.upheld.edge.console;

import java.util.Set;

/**
 * Who looks at a page.
 *
 * @param name as the person wrote it; a person reads it back, nobody else
 * @param role the word of the role: {@code officer}
 * @param scopes what this person may do, as scopes: {@code promises.read}; decides which entries
 *     the navigation shows, and is no protection by itself
 * @param company the company whose charter is served
 * @param language the tag of the language that prevails in that charter, in which its activities
 *     are called: {@code en}
 * @param waiting how many items of the work list need a person
 * @param requests how many requests are late or due soon
 */
public record SignedIn(
    String name,
    String role,
    Set<String> scopes,
    String company,
    String language,
    int waiting,
    int requests) {
  public SignedIn {
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whom no request waits for. */
  public SignedIn(
      String name, String role, Set<String> scopes, String company, String language, int waiting) {
    this(name, role, scopes, company, language, waiting, 0);
  }
}
