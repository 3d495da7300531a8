package dev.upheld.duty.request;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request says of a person. Sealed with the key of the case wherever it is kept; empty text
 * stands for what is not known.
 *
 * @param name as they call themselves
 * @param email where they are written to
 * @param postal where a letter reaches them
 * @param identifiers by which the systems know them: an account, a customer number
 * @param details what they ask, in their words
 * @param onBehalf for whom they act, when it is not themselves
 * @param link what opens their private page
 * @param customer to whom it was forwarded, and how that can be shown
 */
public record Contents(
    String name,
    String email,
    String postal,
    String identifiers,
    String details,
    String onBehalf,
    String link,
    String customer) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** What somebody wrote on the public pages. */
  public static Contents asked(String name, String email, String details, String onBehalf) {
    return new Contents(name, email, "", "", details, onBehalf, "", "");
  }

  Contents linked(String other) {
    return new Contents(name, email, postal, identifiers, details, onBehalf, other, customer);
  }

  Contents forwarded(String to) {
    return new Contents(name, email, postal, identifiers, details, onBehalf, link, to);
  }

  String written() {
    return JSON.writeValueAsString(this);
  }

  static Contents read(String text) {
    return JSON.readValue(text, Contents.class);
  }

  @Override
  public String toString() {
    return "Contents";
  }
}
