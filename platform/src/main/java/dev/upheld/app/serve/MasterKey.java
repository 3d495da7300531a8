package dev.upheld.app.serve;

import dev.upheld.app.config.ConfigProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The key that personal data in the store rests on: given, or made once in the home folder. */
final class MasterKey {
  private static final int BYTES = 32;

  private MasterKey() {}

  /**
   * The key.
   *
   * @param given in Base64; empty for the one in the folder
   * @param folder outside the database; the key is made there when it is missing
   */
  static Secret<byte[]> of(Optional<Secret<String>> given, Path folder) {
    return decoded(given.orElseGet(() -> Secret.of(own(folder.resolve("console.key")))));
  }

  private static Secret<byte[]> decoded(Secret<String> text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.reveal().strip());
      if (bytes.length == BYTES) {
        return Secret.of(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  private static ProblemException refused() {
    return new ProblemException(
        Problem.of(
            ConfigProblem.BAD_VALUE,
            "The master key is not 32 bytes in Base64.",
            "Make one with: head -c 32 /dev/urandom | base64"));
  }

  private static String own(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return made(file);
    } catch (IOException e) {
      throw cannot("read", file);
    }
  }

  /** Whole or not at all, for its owner alone; of two who make it at once both use the first. */
  private static String made(Path file) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path half = file.resolveSibling("console.key.new-" + UUID.randomUUID());
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, Base64.getEncoder().encodeToString(bytes) + "\n");
      if (!Files.exists(file)) {
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(half);
      return Files.readString(file);
    } catch (IOException e) {
      throw cannot("write", file);
    }
  }

  private static ProblemException cannot(String verb, Path file) {
    return new ProblemException(
        Problem.of(
            ConfigProblem.BAD_REFERENCE,
            "Cannot " + verb + " the key " + file + ".",
            "Check the folder, its permissions and the disk."));
  }
}
