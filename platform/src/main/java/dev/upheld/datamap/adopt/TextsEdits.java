package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changes in texts: the company in the names of promises, and sentences about itself. */
final class TextsEdits {
  private static final List<String> ABOUT_ITSELF = List.of("contact-", "company/", "legal-notice/");

  private TextsEdits() {}

  static void make(YamlEdits edits, Mapping root, String id) {
    CharterEdits.part(root, "sentences")
        .ifPresent(
            sentences ->
                sentences
                    .entries()
                    .forEach(
                        (name, entry) -> {
                          if (ABOUT_ITSELF.stream().anyMatch(p -> name.startsWith(id + "/" + p))) {
                            edits.drop(entry);
                          }
                        }));
  }

  static String renamed(String text, String id, String to) {
    return Pattern.compile("(?m)^( +[\"']?)" + Pattern.quote(id) + "/")
        .matcher(text)
        .replaceAll("$1" + Matcher.quoteReplacement(to + "/"));
  }
}
