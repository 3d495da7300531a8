package dev.upheld.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where Upheld keeps what is its own on this machine.
 *
 * @param folder the home folder; created when first needed
 */
public record StoreHome(Path folder) {
  public StoreHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The home of this process, with what lies where in it. */
  public static StoreHome own() {
    return new StoreHome(ofThisProcess());
  }

  /** The home that these environment variables name, for the user we run as. */
  public static StoreHome of(Map<String, String> environment) {
    return new StoreHome(
        of(
            environment,
            Path.of(System.getProperty("user.home", "/")),
            "root".equals(System.getProperty("user.name"))));
  }

  /** Keys that must not lie in the database: signing keys, the master key, data keys. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** Signed checkpoints of the journal, outside the database they vouch for. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** The home folder of this process: see {@link #of(Map, Path, boolean)}. */
  public static Path ofThisProcess() {
    return of(System.getenv()).folder();
  }

  /**
   * {@code UPHELD_HOME} where it is set; otherwise {@code /var/lib/upheld} for root, and for
   * anybody else {@code upheld} in the user's data folder (XDG Base Directory Specification: {@code
   * XDG_DATA_HOME}, by default {@code ~/.local/share}).
   *
   * @param environment the environment variables
   * @param userHome the user's own folder
   * @param root whether we run as root
   */
  public static Path of(Map<String, String> environment, Path userHome, boolean root) {
    return set(environment, "UPHELD_HOME")
        .or(() -> Optional.of(Path.of("/var/lib/upheld")).filter(p -> root))
        .or(
            () ->
                set(environment, "XDG_DATA_HOME")
                    .filter(Path::isAbsolute)
                    .map(p -> p.resolve("upheld")))
        .orElseGet(() -> userHome.resolve(".local/share/upheld"))
        .toAbsolutePath()
        .normalize();
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
