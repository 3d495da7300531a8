package dev.upheld.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed opens with the right keys, purpose and context, and with nothing else. */
class EnvelopeTest {
  private static final byte[] PLAIN = "secret é".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private DataKeys keys(MasterKey master, MasterKey... former) {
    return new DataKeys(
        master, List.of(former), new KeyFolder(folder.resolve("data")), InstantSource.system());
  }

  private static MasterKey master() {
    return MasterKey.given(Secret.of(MasterKey.random()));
  }

  @Test
  void opensOnlyInItsContextAndPurpose() {
    DataKeys keys = keys(master());
    byte[] sealed = keys.envelope("totp").seal(PLAIN, "person 1");

    assertThat(keys.envelope("totp").open(sealed, "person 1")).isEqualTo(PLAIN);
    assertThatThrownBy(() -> keys.envelope("totp").open(sealed, "person 2"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> keys.envelope("webhook").open(sealed, "person 1"))
        .isInstanceOf(ProblemException.class);
    assertThat(keys.envelope("totp").seal(PLAIN, "person 1")).isNotEqualTo(sealed);
  }

  @Test
  void everyChangedBitIsNoticed() {
    DataKeys keys = keys(master());
    Envelope envelope = keys.envelope("totp");
    byte[] sealed = envelope.seal(PLAIN, "c");
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> envelope.open(changed, "c")).isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> envelope.open(new byte[3], "c")).isInstanceOf(ProblemException.class);
  }

  @Test
  void rotatesDataKeysWhileOthersRun() {
    MasterKey master = master();
    DataKeys here = keys(master);
    DataKeys there = keys(master);
    byte[] old = here.envelope("totp").seal(PLAIN, "c");
    assertThat(there.envelope("totp").open(old, "c")).isEqualTo(PLAIN);

    here.rotate("totp");
    byte[] fresh = here.envelope("totp").seal(PLAIN, "c");

    assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
    assertThat(there.envelope("totp").open(fresh, "c")).isEqualTo(PLAIN);
    assertThat(here.envelope("totp").open(old, "c")).isEqualTo(PLAIN);
  }

  @Test
  void rotatesTheMasterKeyWithoutTouchingData() {
    MasterKey old = master();
    DataKeys before = keys(old);
    byte[] sealed = before.envelope("totp").seal(PLAIN, "c");
    MasterKey fresh = master();

    assertThatThrownBy(() -> keys(fresh).envelope("totp").open(sealed, "c"))
        .isInstanceOf(ProblemException.class);
    assertThat(keys(fresh, old).rewrap()).isEqualTo(1);

    assertThat(keys(fresh).envelope("totp").open(sealed, "c")).isEqualTo(PLAIN);
    assertThat(before.envelope("totp").open(sealed, "c")).isEqualTo(PLAIN);
    assertThatThrownBy(() -> keys(old).envelope("totp").open(sealed, "c"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void keysOfAnAgeAreFollowedByOthersAndHashesAreNot() {
    DataKeys keys = keys(master());
    keys.envelope("totp").seal(PLAIN, "c");
    keys.keyedHash("suppression");
    assertThat(keys.rotate(Duration.ofDays(90))).isEmpty();
    assertThat(keys.rotate(Duration.ZERO)).containsExactly("totp");
    assertThat(keys.uses())
        .extracting(use -> use.purpose() + " " + use.keys() + " " + use.rotates())
        .containsExactly("fingerprint-suppression 1 false", "totp 2 true");
    assertThatThrownBy(() -> keys.envelope("fingerprint-suppression"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMasterKeyThatFitsNothingIsRefusedBeforeAnythingIsDone() {
    MasterKey master = master();
    keys(master).envelope("totp").seal(PLAIN, "c");
    keys(master).check();
    keys(master(), master).check();
    assertThatThrownBy(() -> keys(master()).check())
        .hasMessageContaining(master.id())
        .hasMessageContaining("keys.former");
  }

  @Test
  void forgettingAKeyErases() throws IOException {
    MasterKey master = master();
    DataKeys keys = keys(master);
    byte[] sealed = keys.envelope("case-1").seal(PLAIN, "c");
    keys.forget(new KeyFolder(folder.resolve("data")).all().getFirst().name().id());

    assertThatThrownBy(() -> keys.envelope("case-1").open(sealed, "c"))
        .isInstanceOf(ProblemException.class);
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void hashesStayTheSameOverRotation() {
    MasterKey master = master();
    String hash = keys(master).keyedHash("suppression").of("a");
    keys(master).envelope("totp").seal(PLAIN, "c");
    assertThat(keys(master).rotate(Duration.ZERO)).containsExactly("totp");
    assertThat(keys(master).keyedHash("suppression").of("a")).isEqualTo(hash);
  }

  @Test
  void theMasterKeyIsMadeOnceIntoAFileNobodyElseReads() throws IOException {
    Path file = folder.resolve("keys/master.key");
    MasterKey made = MasterKey.generatedIn(file);
    assertThat(MasterKey.generatedIn(file).id()).isEqualTo(made.id());
    assertThat(MasterKey.given(Secret.of(Files.readString(file))).id()).isEqualTo(made.id());

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> MasterKey.generatedIn(file)).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsNoMasterKeyIsRefusedAndNotRepeated() {
    for (String none : List.of("hunter2", "short", "", "aHVudGVyMg==")) {
      assertThatThrownBy(() -> MasterKey.given(Secret.of(none)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e).hasMessageNotContainingAny("hunter2", "aHVudGVyMg"));
    }
  }

  /** The id of the data key, which stands after the form. */
  private static byte[] keyOf(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 1, 17);
  }
}
