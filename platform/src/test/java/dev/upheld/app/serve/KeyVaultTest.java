package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.KeyFolder;
import dev.upheld.crypto.MasterKey;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing personal data, the key it rests on, and what a log line shows. */
class KeyVaultTest {
  @TempDir Path shelf;

  private KeyVault vault;

  @BeforeEach
  void open() {
    vault = vault(MasterKey.given(Secret.of(MasterKey.random())), "one");
  }

  private KeyVault vault(MasterKey master, String folder) {
    return new KeyVault(
        new DataKeys(
            master, List.of(), new KeyFolder(shelf.resolve(folder)), InstantSource.system()));
  }

  @Test
  void opensWhatItSealedForTheSamePurposeOnly() {
    byte[] sealed = vault.seal("name", "Astrid Ek");
    assertThat(vault.open("name", sealed)).isEqualTo("Astrid Ek");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Astrid");
    assertThat(vault.seal("name", "Astrid Ek")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> vault.open("email", sealed)).isInstanceOf(ProblemException.class);
    KeyVault other = vault(MasterKey.given(Secret.of(MasterKey.random())), "other");
    assertThatThrownBy(() -> other.open("name", sealed)).isInstanceOf(ProblemException.class);
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] sealed = vault.seal("name", "Astrid Ek");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open("name", changed))
          .as("byte %d", i)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void fingerprintsDifferByPurposeAndFindTheSameTextAgain() {
    assertThat(vault.fingerprint("a", "x")).isEqualTo(vault.fingerprint("a", "x"));
    assertThat(vault.fingerprint("a", "x")).isNotEqualTo(vault.fingerprint("b", "x"));
    assertThat(vault.fingerprint("a", "x")).isNotEqualTo(vault.fingerprint("a", "y"));
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
