package dev.upheld.connect.sql;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a connection is encrypted.
 *
 * @param root certificates to trust, PEM; empty means those the JVM trusts
 */
public record TlsChoice(Mode mode, Optional<Path> root) {

  /** What the option {@code tls} may say. */
  public enum Mode {
    /** In clear. */
    OFF,
    /** Encrypted, whoever answers; the default. */
    REQUIRE,
    /** Encrypted, by a certificate that is trusted and names the host. */
    VERIFY_FULL
  }

  /**
   * Reads the options of an endpoint, which may hold nothing else.
   *
   * @throws ProblemException with a {@link ConnectProblem#BAD_OPTION} for each that is wrong
   */
  public static TlsChoice of(String system, Endpoint endpoint) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> options = endpoint.options();
    for (String option : options.keySet()) {
      if (!option.equals("tls") && !option.equals("tls-root")) {
        problems.add(
            bad(system, "does not know the option " + option, "Known are tls and tls-root."));
      }
    }
    Mode mode = mode(system, options.getOrDefault("tls", "require"), problems);
    Optional<Path> root = Optional.ofNullable(options.get("tls-root")).map(TlsChoice::path);
    if (root.isPresent() && mode != Mode.VERIFY_FULL) {
      problems.add(
          bad(system, "names tls-root, which nothing uses", "Say tls: verify-full as well."));
    } else if (root.isPresent() && !Files.isRegularFile(root.get())) {
      problems.add(
          bad(
              system,
              "names a tls-root that cannot be read",
              "Correct the path of the certificate."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new TlsChoice(mode, root);
  }

  /** What cannot be a path cannot be read either, which is said later. */
  private static Path path(String said) {
    try {
      return Path.of(said);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  private static Mode mode(String system, String said, List<Problem> problems) {
    return switch (said) {
      case "off" -> Mode.OFF;
      case "require" -> Mode.REQUIRE;
      case "verify-full" -> Mode.VERIFY_FULL;
      default -> {
        problems.add(
            bad(system, "does not understand its option tls", "Say require, verify-full or off."));
        yield Mode.REQUIRE;
      }
    };
  }

  private static Problem bad(String system, String what, String mend) {
    return Problem.of(ConnectProblem.BAD_OPTION, "System " + system + " " + what + ".", mend);
  }
}
