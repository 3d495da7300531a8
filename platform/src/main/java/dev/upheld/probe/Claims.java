package dev.upheld.probe;

import dev.upheld.charter.Charters;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.Bindings;
import dev.upheld.verdict.Claim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is claimed today: the statement of a promise together with its binding. */
public final class Claims {
  private Claims() {}

  /**
   * The claim a verdict is asked about. Its digest changes when the statement, its binding (which
   * database is meant included) or the company's zone (which decides when a day ends) changes;
   * evidence with another digest does not count.
   */
  public static Claim of(Promise promise, Assignment assignment) {
    String meaning =
        String.join(
            "\n",
            Charters.digest(promise),
            Bindings.digest(promise, assignment.map()),
            assignment.zone().getId());
    return new Claim(promise.id(), sha256(meaning), promise.header().way());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
