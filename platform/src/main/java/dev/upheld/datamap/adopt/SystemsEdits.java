package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import java.util.Locale;

/** What changes in the list of systems: who runs them, how they are reached, what proves where. */
final class SystemsEdits {
  private SystemsEdits() {}

  static void make(YamlEdits edits, Mapping root, Newcomer newcomer, String id) {
    CharterEdits.part(root, "systems")
        .ifPresent(
            systems ->
                systems
                    .entries()
                    .values()
                    .forEach(
                        entry -> {
                          if (entry.value() instanceof Mapping system) {
                            system(edits, system, newcomer, id);
                          }
                        }));
  }

  private static void system(YamlEdits edits, Mapping system, Newcomer newcomer, String id) {
    String word = newcomer.id().replace('-', '_');
    // another company's certificate proves nothing of where these servers stand
    CharterEdits.entry(system, "proof").ifPresent(edits::drop);
    for (Entry entry : system.entries().values()) {
      if (entry.value() instanceof Scalar(var at, String text, boolean quoted)) {
        if (entry.key().equals("operator") && text.equals(id)) {
          edits.value(entry, newcomer.id());
        } else if (entry.key().equals("database")) {
          edits.value(entry, text.replace(id.replace('-', '_'), word));
        } else if (text.startsWith("env:UPHELD_DEMO_")) {
          edits.value(entry, text.replace("UPHELD_DEMO_", word.toUpperCase(Locale.ROOT) + "_DB_"));
        }
      }
    }
  }
}
