package dev.upheld.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys stay ours, and what they signed stays checkable. */
class SigningKeysTest {
  private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void signsAndVerifiesAcrossRestarts() {
    SigningKey key = SigningKeys.in(folder).current();
    byte[] signature = key.sign(WORDS);

    SigningKey again = SigningKeys.in(folder).current();
    assertThat(again.id()).isEqualTo(key.id());
    assertThat(again.verifying().verifies(WORDS, signature)).isTrue();
    signature[3] ^= 1;
    assertThat(again.verifying().verifies(WORDS, signature)).isFalse();
    assertThat(again.verifying().verifies(WORDS, new byte[5])).isFalse();
  }

  @Test
  void rotationKeepsThePublicKeyAndForgetsThePrivateOne() throws IOException {
    SigningKeys keys = SigningKeys.in(folder);
    SigningKey old = keys.current();
    byte[] signature = old.sign(WORDS);

    SigningKey fresh = keys.rotate();

    assertThat(keys.current().id()).isEqualTo(fresh.id()).isNotEqualTo(old.id());
    assertThat(keys.all()).hasSize(2).anyMatch(k -> k.verifies(WORDS, signature));
    assertThat(folder.resolve(old.id() + ".key")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(fresh.id() + ".key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void eachKeyVouchesForTheOneThatFollowsIt() {
    SigningKeys keys = SigningKeys.in(folder);
    VerifyingKey first = keys.current().verifying();
    VerifyingKey second = keys.rotate().verifying();
    VerifyingKey third = keys.rotate().verifying();

    List<KeyHandover> chain = keys.published().handovers();
    assertThat(chain).extracting(KeyHandover::to).containsExactly(second, third);
    assertThat(chain.get(0).isSignedBy(first)).isTrue();
    assertThat(chain.get(1).isSignedBy(second)).isTrue();
    assertThat(chain.get(1).isSignedBy(first)).isFalse();
    assertThat(new KeyHandover(first.id(), third, chain.get(0).signature()).isSignedBy(first))
        .isFalse();
  }

  @Test
  void refusesAKeyThatOthersMayReadAndOneThatIsGone() throws IOException {
    SigningKeys keys = SigningKeys.in(folder);
    Path file = folder.resolve(keys.current().id() + ".key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(keys::current).isInstanceOf(ProblemException.class);
    Files.delete(file);
    assertThatThrownBy(keys::current).isInstanceOf(ProblemException.class);
  }

  /** RFC 8032, 7.1, test 2. */
  @Test
  void verifiesTheSignatureOfTheStandard() {
    byte[] raw =
        HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] encoded = java.util.Arrays.copyOf(head, head.length + raw.length);
    System.arraycopy(raw, 0, encoded, head.length, raw.length);
    VerifyingKey key = VerifyingKey.parse(Base64.getEncoder().encodeToString(encoded));
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
    assertThat(VerifyingKey.parse(key.pem())).isEqualTo(key);
  }
}
