package dev.upheld.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tag is SipHash-2-4, byte for byte. */
class KeyedTagTest {

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /** From appendix A of the paper, and from the authors' own vectors. */
  @Test
  void givesThePublishedValues() {
    KeyedTag tag = new KeyedTag(counting(16));
    assertThat(tag.of(counting(15), 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    assertThat(tag.of(counting(0), 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
    assertThat(tag.of(counting(8), 0, 8)).isEqualTo(0x93f5f5799a932462L);
  }

  @Test
  void dependsOnTheBytesMeantAndOnNothingAround() {
    KeyedTag tag = new KeyedTag(counting(16));
    byte[] around = counting(40);
    byte[] alone = java.util.Arrays.copyOfRange(around, 7, 29);
    assertThat(tag.of(around, 7, 29)).isEqualTo(tag.of(alone, 0, alone.length));
    Set<Long> seen = new HashSet<>();
    for (int to = 7; to < 40; to++) {
      seen.add(tag.of(around, 7, to));
    }
    assertThat(seen).hasSize(33);
  }
}
