package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.testing.TestFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What systems.yaml says of an archive of encrypted files. */
class VaultReaderTest {
  private final Path root = TestFolders.create("vaults");

  private SystemsReader.Result read(String more, Map<String, String> variables) {
    String yaml = "systems:\n  vault: {kind: vault, country: FR%s}\n".formatted(more);
    return SystemsReader.read(
        root,
        YamlReader.read("systems.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
        References.machine().overlaid(variables),
        new Names(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
  }

  private static SystemEntry vault(SystemsReader.Result result) {
    assertThat(result.faults()).isEmpty();
    return Optional.ofNullable(result.systems().get("vault")).orElseThrow();
  }

  @Test
  void itHasAFolderAndAKey() {
    SystemEntry vault =
        vault(read(", folder: archive, key: \"env:ARCHIVE\"", Map.of("ARCHIVE", "secret")));
    assertThat(vault.isVault()).isTrue();
    assertThat(vault.partner()).isEmpty();
    assertThat(vault.access().orElseThrow().database())
        .isEqualTo(root.resolve("archive").toAbsolutePath().toString());
    assertThat(read("", Map.of()).faults())
        .extracting(Problem::what)
        .containsExactlyInAnyOrder(
            "The key \"folder\" is missing; an archive of files has one.",
            "The key \"key\" is missing; an archive of files has one.");
  }

  @Test
  void withoutItsKeyItCannotBeReached() {
    SystemEntry vault = vault(read(", folder: archive, key: \"env:ARCHIVE\"", Map.of()));
    assertThat(vault.isVault()).isFalse();
    assertThat(vault.unreachable().orElseThrow().what()).contains("ARCHIVE (key) is not set");
  }

  @Test
  void itsFolderStaysInTheWorkspaceOrIsSaidInFull() {
    assertThat(read(", folder: ../out, key: \"env:A\"", Map.of("A", "k")).faults())
        .extracting(Problem::what)
        .containsExactly("The path of \"folder\" leads out of the workspace.");
  }
}
