package dev.upheld.demo;

import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The account that proves: it may read every table and do nothing else. Its password is made once
 * and kept, so that processes that run at the same time share it.
 *
 * @param password letters, digits, hyphens and underscores
 */
record ProbeAccount(Secret<String> password) {
  static final String NAME = "upheld_probe";

  private static final int BYTES = 24;

  /** The account whose password is kept in this folder. */
  static ProbeAccount in(Path folder) {
    Path file = folder.resolve("probe-password");
    try {
      keep(file);
      return new ProbeAccount(Secret.of(Files.readString(file).strip()));
    } catch (IOException e) {
      throw DemoProblem.HOME.because(
          "The file " + file + " cannot be written or read.",
          "Check the permissions of the folder and the space on the disk.");
    }
  }

  private static void keep(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path fresh = Files.createTempFile(file.getParent(), "probe-password", "", ownersOnly());
    try {
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      Files.writeString(fresh, password, StandardOpenOption.TRUNCATE_EXISTING);
      // a link appears whole or not at all, and refuses when another process was first
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(fresh);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> ownersOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  /** Lets the account into a PostgreSQL database, to read what is there and what will be. */
  void admit(Site site, String database) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements(site, database).toList()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw DemoProblem.refused("admitting " + NAME, e);
    }
  }

  private Stream<String> statements(Site site, String database) {
    String quoted = site.dialect().quote(database);
    String role =
        "%s LOGIN NOINHERIT CONNECTION LIMIT 20 PASSWORD %s"
            .formatted(NAME, site.dialect().literal(password.reveal()));
    String create =
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s') THEN CREATE ROLE %s; END IF;
        END $$"""
            .formatted(NAME, NAME);
    Stream<String> account =
        Stream.of(
            create,
            "ALTER ROLE " + role,
            "ALTER ROLE " + NAME + " SET default_transaction_read_only = on",
            "REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC",
            "GRANT CONNECT ON DATABASE " + quoted + " TO " + NAME,
            "CREATE SCHEMA IF NOT EXISTS archive");
    return Stream.concat(account, Stream.of("public", "archive").flatMap(ProbeAccount::reading));
  }

  private static Stream<String> reading(String schema) {
    return Stream.of(
        "GRANT USAGE ON SCHEMA " + schema + " TO " + NAME,
        "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + NAME,
        "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT ON TABLES TO %s"
            .formatted(schema, NAME));
  }
}
