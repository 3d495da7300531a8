package dev.upheld.mail;

import java.util.Map;

/**
 * A mail to write.
 *
 * @param template the name of its text: {@code invitation}; there is one per language
 * @param language {@code en} or {@code fr}
 * @param to one address; personal data
 * @param with what the text speaks of, by name
 */
public record Message(String template, String language, String to, Map<String, String> with) {
  public Message {
    with = Map.copyOf(with);
  }

  @Override
  public String toString() {
    return "Message[" + template + "]";
  }
}
