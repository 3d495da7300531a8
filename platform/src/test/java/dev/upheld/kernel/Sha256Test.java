package dev.upheld.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Hashes that NIST published for these messages (FIPS 180-4 examples), and what follows. */
class Sha256Test {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String MILLION_A =
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

  @Test
  void publishedHashes() {
    assertThat(Sha256.hex("abc")).isEqualTo(ABC);
    assertThat(Sha256.hex("")).isEqualTo(EMPTY);
    assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(ABC);
    assertThat(Sha256.of("abc")).isEqualTo(HexFormat.of().parseHex(ABC));
  }

  @Test
  void textIsUtf8() {
    assertThat(Sha256.of("é")).isEqualTo(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa9}));
  }

  @Test
  void whatComesInPiecesHasTheSameHash() throws IOException {
    byte[] many = new byte[1_000_000];
    Arrays.fill(many, (byte) 'a');
    assertThat(Sha256.hex(new ByteArrayInputStream(many))).isEqualTo(MILLION_A);
    MessageDigest digest = Sha256.begin();
    digest.update(many, 0, 400_000);
    digest.update(many, 400_000, 600_000);
    assertThat(Sha256.end(digest)).isEqualTo(MILLION_A);
    assertThat(Sha256.end(digest)).isEqualTo(EMPTY);
  }
}
