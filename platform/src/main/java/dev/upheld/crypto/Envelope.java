package dev.upheld.crypto;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals data for one purpose (AES-256-GCM). What comes out begins with its form (1) and the id of
 * the data key. Thread-safe.
 */
public final class Envelope {
  private static final byte FORM = 1;
  private static final int HEAD_BYTES = 1 + 2 * Long.BYTES;

  private final DataKeys keys;
  private final String purpose;

  Envelope(DataKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  /**
   * Seals bytes so that nobody reads or changes them without the keys.
   *
   * @param context what the data belongs to, such as the id of its row: it opens with the same
   *     only, so that sealed values cannot be exchanged for one another
   */
  public byte[] seal(byte[] plain, String context) {
    UUID id = keys.current(purpose);
    Secret<byte[]> key = keys.key(id, purpose).orElseThrow(Envelope::broken);
    byte[] head = head(id);
    byte[] sealed = AesGcm.seal(key, plain, bound(head, context));
    return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
  }

  /**
   * Opens what {@link #seal} sealed for the same purpose and context.
   *
   * @throws ProblemException with {@link CryptoProblem#SEAL} for anything else
   */
  public byte[] open(byte[] sealed, String context) {
    UUID id = keyOf(sealed).orElseThrow(Envelope::broken);
    byte[] rest = Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length);
    return keys.key(id, purpose)
        .flatMap(key -> AesGcm.open(key, rest, bound(head(id), context)))
        .orElseThrow(Envelope::broken);
  }

  private static Optional<UUID> keyOf(byte[] sealed) {
    if (sealed.length <= HEAD_BYTES || sealed[0] != FORM) {
      return Optional.empty();
    }
    ByteBuffer id = ByteBuffer.wrap(sealed, 1, 2 * Long.BYTES);
    return Optional.of(new UUID(id.getLong(), id.getLong()));
  }

  private static byte[] head(UUID id) {
    return ByteBuffer.allocate(HEAD_BYTES)
        .put(FORM)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] bound(byte[] head, String context) {
    byte[] words = ("upheld-seal:" + purpose + ":" + context).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + words.length).put(head).put(words).array();
  }

  private static ProblemException broken() {
    return CryptoProblem.SEAL.because(
        "Sealed data does not open: it was changed, belongs elsewhere, or its key is gone.",
        "Look for a restored database whose keys were not restored with it.");
  }
}
