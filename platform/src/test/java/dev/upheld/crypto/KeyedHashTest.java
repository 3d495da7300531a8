package dev.upheld.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** HMAC-SHA-256 by its standard, and ids nobody guesses. */
class KeyedHashTest {

  /** RFC 4231, test case 1. */
  @Test
  void hashesAsInTheStandard() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);
    KeyedHash hash = new KeyedHash(Secret.of(key));

    assertThat(hash.of("Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(hash.matches("Hi There", hash.of("Hi There"))).isTrue();
    assertThat(hash.matches("Hi there", hash.of("Hi There"))).isFalse();
  }

  @Test
  void refusesAKeyThatCouldBeGuessed() {
    assertThatThrownBy(() -> new KeyedHash(Secret.of(new byte[15])))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void idsAreRandomUuidsAndTokensSafeInAnAddress() {
    RandomIds ids = RandomIds.secure();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      UUID id = ids.id();
      assertThat(id.version()).isEqualTo(4);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(seen.add(id)).isTrue();
    }
    assertThat(ids.token(32)).matches("[A-Za-z0-9_-]{43}");
  }
}
