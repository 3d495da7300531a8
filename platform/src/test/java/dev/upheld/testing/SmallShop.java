package dev.upheld.testing;

import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The workspace of a small company in France over one database, for tests that say no more than
 * which data it has and what for. Its one system is {@code shop}.
 */
public final class SmallShop {

  /** What people are hashed with here. */
  public static final KeyedHash HASH =
      new KeyedHash(
          Secret.of("a key for tests of 32 bytes.....".getBytes(StandardCharsets.US_ASCII)));

  /** The table in which a database remembers acts. */
  public static final String MEMORY =
      "CREATE TABLE upheld_act (act VARCHAR(80) PRIMARY KEY, plan VARCHAR(64) NOT NULL,"
          + " figures TEXT NOT NULL, at VARCHAR(40) NOT NULL)";

  private final Path folder;
  private final TestDatabase database;
  private final Map<String, String> secrets = new HashMap<>();

  /**
   * @param folder an empty one
   */
  public SmallShop(Path folder, TestDatabase database) {
    this.folder = folder;
    this.database = database;
    secrets.put("SECRET", database.password());
    systems("");
  }

  /**
   * A whole charter with the rights that law gives.
   *
   * @param vocabulary lines of that section, indented by two
   * @param activities lines of that section, indented by two
   */
  public static String charter(String vocabulary, String activities) {
    return """
        upheld: 1
        company: {id: shop, name: Shop SAS, country: FR, zone: Europe/Paris, owner: dpo@shop.example}
        contacts:
          privacy: {name: DPO, email: dpo@shop.example, address: "Shop SAS, Paris"}
        jurisdictions: [fr]
        languages: {list: [en], prevailing: en}
        vocabulary:
        %ssubjects:
          customers: {is: customer}
        activities:
        %srights:
          - {right: access, answer: 1 month}
          - {right: erasure, answer: 1 month}
          - {right: rectification, answer: 1 month}
          - {right: restriction, answer: 1 month}
          - {right: objection, answer: 1 month}
          - {right: portability, answer: 1 month}
          - {right: withdraw-consent}
          - {right: post-mortem}
        """
        .formatted(vocabulary, activities);
  }

  /** Another system, as a line of {@code systems.yaml} under {@code systems}; empty for none. */
  public SmallShop systems(String more) {
    return systems(more, database.user(), database.password());
  }

  /** The same by another account. */
  public SmallShop systems(String more, String user, String password) {
    secrets.put("SECRET", password);
    return write(
        "systems.yaml",
        """
        systems:
          shop: {kind: %s, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SECRET", tls: "off", country: FR}
        """
                .formatted(
                    database.engine() == TestDatabase.Engine.POSTGRESQL ? "postgres" : "mariadb",
                    database.port(),
                    database.database(),
                    user)
            + (more.isEmpty() ? "" : "  " + more + "\n"));
  }

  /** What a reference to an environment variable gives. */
  public SmallShop secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** The data map of the one system. */
  public SmallShop map(String text) {
    return write("datamap/shop.yaml", text);
  }

  /** A file of the workspace. */
  public SmallShop write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The workspace as its files are now; they are without fault. */
  public Workspace read() {
    WorkspaceReading reading =
        Workspaces.read(folder, References.machine().overlaid(Map.copyOf(secrets)));
    if (!reading.faults().isEmpty()) {
      throw new AssertionError("the test's workspace has faults: " + reading.faults());
    }
    return reading.workspace().orElseThrow();
  }
}
