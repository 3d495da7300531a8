package dev.upheld.app;

import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Secret;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import java.nio.file.Path;
import java.util.Map;

/** Where the store is, for commands that have no configuration file. */
final class StoreSettings {

  private StoreSettings() {}

  /**
   * The external PostgreSQL of {@code UPHELD_STORE_URL} with {@code UPHELD_STORE_OWNER}, {@code
   * UPHELD_STORE_RUN} and references ({@code env:NAME}, {@code file:PATH}) to their passwords in
   * {@code UPHELD_STORE_OWNER_PASSWORD} and {@code UPHELD_STORE_RUN_PASSWORD}; without it the
   * private server in the home folder.
   */
  static StoreAddress address(Map<String, String> env, StoreHome home) {
    String url = env.getOrDefault("UPHELD_STORE_URL", "");
    if (url.isEmpty()) {
      return new StoreAddress.Embedded(home);
    }
    return new StoreAddress.External(
        url,
        env.getOrDefault("UPHELD_STORE_OWNER", "upheld_owner"),
        secret(env, "UPHELD_STORE_OWNER_PASSWORD"),
        env.getOrDefault("UPHELD_STORE_RUN", "upheld_run"),
        secret(env, "UPHELD_STORE_RUN_PASSWORD"));
  }

  /** A reference that leads nowhere is an empty password: the database says what is wrong. */
  private static Secret<String> secret(Map<String, String> env, String name) {
    String reference = env.getOrDefault(name, "");
    References references = References.machine().overlaid(env);
    String found = "";
    if (reference.startsWith("env:")) {
      found = references.variable(reference.substring("env:".length())).orElse("");
    } else if (reference.startsWith("file:")) {
      found = references.file(Path.of(reference.substring("file:".length()))).orElse("");
    }
    return Secret.of(found);
  }
}
