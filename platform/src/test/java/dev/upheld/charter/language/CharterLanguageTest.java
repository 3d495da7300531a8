package dev.upheld.charter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.BadCharters;
import dev.upheld.charter.BadCharters.Bad;
import dev.upheld.charter.Workspaces;
import dev.upheld.charter.shape.SchemaAndReader;
import dev.upheld.kernel.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of the charter language and its reader say the same of the same files. */
class CharterLanguageTest {
  private static final SchemaAndReader CHARTER = new SchemaAndReader(CharterLanguage.charter());
  private static final SchemaAndReader TEXTS = new SchemaAndReader(CharterLanguage.texts());

  static List<Bad> structuralFaults() {
    return BadCharters.structural();
  }

  private static void bothAccept(SchemaAndReader language, YamlNode tree) {
    assertThat(language.schemaErrors(tree)).isEmpty();
    assertThat(language.structural(tree)).isEmpty();
  }

  @Test
  void bothAcceptTheCharterThatSaysEverything() {
    bothAccept(CHARTER, SchemaAndReader.tree(Workspaces.fullCharter()));
  }

  @Test
  void bothAcceptTheDemo() throws IOException {
    String demo = Files.readString(Path.of("..", "examples", "demo", "charter.yaml"));
    bothAccept(CHARTER, SchemaAndReader.tree(demo));
  }

  @Test
  void bothAcceptTexts() throws IOException {
    for (String language : List.of("fr", "en")) {
      Path file = Workspaces.full().resolve("texts").resolve(language + ".yaml");
      bothAccept(TEXTS, SchemaAndReader.tree(Files.readString(file)));
    }
  }

  @ParameterizedTest
  @MethodSource("structuralFaults")
  void bothRefuseAFaultOfStructure(Bad bad) {
    String edited = Workspaces.Edited.of(Workspaces.fullCharter(), bad.edits()).text();
    YamlNode tree = SchemaAndReader.tree(edited);
    assertThat(CHARTER.schemaErrors(tree)).isNotEmpty();
    assertThat(CHARTER.problems(tree)).isNotEmpty();
  }

  @Test
  void theFullCharterUsesEveryKeyOfTheLanguage() {
    List<String> unused =
        Keys.of(CharterLanguage.charter()).stream()
            .filter(key -> !Workspaces.fullCharter().matches("(?s).*\\b" + key + ":.*"))
            .toList();
    assertThat(unused).containsExactlyInAnyOrder("phone", "capital", "host-address", "host-phone");
  }
}
