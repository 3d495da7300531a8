package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing personal data, the key it rests on, and what a log line shows. */
class KeyVaultTest {
  private final KeyVault vault = new KeyVault(Secret.of(new byte[32]));

  @Test
  void opensWhatItSealedForTheSamePurposeOnly() {
    byte[] sealed = vault.seal("name", "Astrid Ek");
    assertThat(vault.open("name", sealed)).isEqualTo("Astrid Ek");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Astrid");
    assertThat(vault.seal("name", "Astrid Ek")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> vault.open("email", sealed)).isInstanceOf(IllegalStateException.class);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    assertThatThrownBy(() -> new KeyVault(Secret.of(otherKey)).open("name", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] sealed = vault.seal("name", "Astrid Ek");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open("name", changed))
          .as("byte %d", i)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void fingerprintsDifferByPurposeAndFindTheSameTextAgain() {
    assertThat(vault.fingerprint("a", "x")).isEqualTo(vault.fingerprint("a", "x"));
    assertThat(vault.fingerprint("a", "x")).isNotEqualTo(vault.fingerprint("b", "x"));
    assertThat(vault.fingerprint("a", "x")).isNotEqualTo(vault.fingerprint("a", "y"));
  }

  @Test
  void theKeyIsMadeOnceAndForItsOwnerAlone(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys");
    byte[] first = MasterKey.of(Optional.empty(), keys).reveal();
    assertThat(MasterKey.of(Optional.empty(), keys).reveal()).isEqualTo(first).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("console.key"))))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> MasterKey.of(Optional.of(Secret.of("c2hvcnQ=")), keys))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void aLogLineIsOneLineAndShowsNoMessageOfAnException() {
    LogRecord entry = new LogRecord(Level.SEVERE, "first\r\nsecond {0}");
    entry.setLoggerName("dev.upheld.test");
    entry.setParameters(new Object[] {"x\u2028y"});
    entry.setThrown(new IllegalStateException("astrid@nimbus.example"));
    String line = new LogLines(true).format(entry);
    assertThat(line.strip()).doesNotContain("\n", "\r", "\u2028", "astrid");
    assertThat(line)
        .contains("\"level\":\"SEVERE\"", "first second x y", "IllegalStateException at ");
    assertThat(new LogLines(false).format(entry).strip()).doesNotContain("\n", "astrid");
  }
}
