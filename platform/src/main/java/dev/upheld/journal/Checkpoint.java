package dev.upheld.journal;

import dev.upheld.crypto.SigningKey;
import dev.upheld.crypto.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed statement: at this time the journal had this entry at this place. Whoever holds one
 * notices when the journal up to there is changed or cut off.
 *
 * @param sequence the place
 * @param hash of the entry there, 64 hexadecimal digits
 * @param at when it was signed, as it stands in the statement
 * @param key id of the key that signed
 * @param signature Ed25519 over {@link #signed}, base64
 */
public record Checkpoint(long sequence, String hash, String at, String key, String signature) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"checkpoint\":\\{\"at\":\"([0-9T:.Z-]{20,30})\",\"form\":1,\"hash\":\"([0-9a-f]{64})\","
              + "\"key\":\"([0-9a-f]{32})\",\"sequence\":([1-9][0-9]{0,15})\\},"
              + "\"signature\":\"([A-Za-z0-9+/]{86}==)\"\\}");

  static Checkpoint sign(Journal.Head head, Instant at, SigningKey key) {
    Checkpoint unsigned =
        new Checkpoint(head.sequence(), head.hash(), EntryForm.time(at), key.id(), "");
    return new Checkpoint(
        unsigned.sequence,
        unsigned.hash,
        unsigned.at,
        unsigned.key,
        Base64.getEncoder().encodeToString(key.sign(unsigned.signed())));
  }

  /** Reads a line that {@link #line} wrote; empty when it is none. */
  static Optional<Checkpoint> parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Checkpoint(
            Long.parseLong(parts.group(4)),
            parts.group(2),
            parts.group(1),
            parts.group(3),
            parts.group(5)));
  }

  private String statement() {
    return Canonical.text(
        Map.of("at", at, "form", EntryForm.NUMBER, "hash", hash, "key", key, "sequence", sequence));
  }

  /** What is signed: the statement after a word that no other signature of ours begins with. */
  byte[] signed() {
    return ("upheld-journal-checkpoint:" + statement()).getBytes(StandardCharsets.UTF_8);
  }

  /** One line of JSON, without its end. */
  String line() {
    return "{\"checkpoint\":" + statement() + ",\"signature\":\"" + signature + "\"}";
  }

  /** Base64 has spare bits at its end: only the one way we write it is taken. */
  boolean isSignedBy(VerifyingKey candidate) {
    byte[] bytes = Base64.getDecoder().decode(signature);
    return candidate.id().equals(key)
        && Base64.getEncoder().encodeToString(bytes).equals(signature)
        && candidate.verifies(signed(), bytes);
  }

  @Override
  public String toString() {
    return "checkpoint at entry " + sequence;
  }
}
