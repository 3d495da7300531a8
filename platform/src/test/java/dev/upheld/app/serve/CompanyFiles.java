package dev.upheld.app.serve;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The workspace of a made-up company with one database. */
final class CompanyFiles {
  final TestDatabase database = Databases.postgres().freshDatabase();
  final Path root = TestFolders.create("company");

  CompanyFiles() {
    write(
        "systems.yaml",
        """
        systems:
          main:
            kind: postgres
            host: 127.0.0.1
            port: %d
            database: %s
            user: env:COMPANY_USER
            password: env:COMPANY_PASSWORD
            tls: off
            country: FR
            proof: {document: docs/hosting.md, until: 2031-12-31}
            networks: [127.0.0.0/8]
            operator: nimbus
            zone: UTC
        """
            .formatted(database.port(), database.database()));
    write("docs/hosting.md", "It stands in France.\n");
  }

  void write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the workspace refers to. */
  Map<String, String> variables() {
    return Map.of("COMPANY_USER", database.user(), "COMPANY_PASSWORD", database.password());
  }

  static Workspace read(Path root, Map<String, String> variables) {
    WorkspaceReading reading = Workspaces.read(root, References.machine().overlaid(variables));
    return reading
        .workspace()
        .orElseThrow(() -> new AssertionError("the workspace has faults: " + reading.faults()));
  }
}
