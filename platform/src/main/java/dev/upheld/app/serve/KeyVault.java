package dev.upheld.app.serve;

import dev.upheld.access.Vault;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.mail.Seal;
import java.nio.charset.StandardCharsets;

/**
 * Seals the personal data of those who use Upheld, each purpose under data keys of its own, which
 * rotate while the server runs.
 */
final class KeyVault implements Vault, Seal {
  private final DataKeys keys;

  /**
   * @param keys sealed by the master key, on a shelf that all servers of the store share
   */
  KeyVault(DataKeys keys) {
    this.keys = keys;
  }

  @Override
  public byte[] seal(String purpose, String text) {
    return keys.envelope(purpose).seal(text.getBytes(StandardCharsets.UTF_8), purpose);
  }

  @Override
  public String open(String purpose, byte[] sealed) {
    return new String(keys.envelope(purpose).open(sealed, purpose), StandardCharsets.UTF_8);
  }

  /** Always by the same key; see {@link #fingerprint}. */
  KeyedHash hash(String purpose) {
    return keys.keyedHash(purpose);
  }

  @Override
  public byte[] fingerprint(String purpose, String text) {
    return keys.keyedHash(purpose).of(text.getBytes(StandardCharsets.UTF_8));
  }
}
