package dev.upheld.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of the store's tables from a migrated database. Runs by itself through
 * {@code scripts/generate-tables.sh}, which compiles nothing that uses those classes: they may be
 * wrong or missing at that time.
 */
public final class TableGenerator {
  static final String PACKAGE = "dev.upheld.store.generated";

  private TableGenerator() {}

  /**
   * @param args the source root to write to
   */
  public static void main(String[] args) throws Exception {
    generate(dev.upheld.testing.Stores.freshAddress(), Path.of(args[0]));
    System.exit(0);
  }

  static void generate(StoreAddress.External database, Path root) throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try (Connection connection =
        DriverManager.getConnection(
            database.jdbcUrl(), database.owner(), database.ownerPassword().reveal())) {
      GenerationTool tool = new GenerationTool();
      tool.setConnection(connection);
      tool.run(
          new Configuration()
              .withLogging(Logging.WARN)
              .withGenerator(
                  new Generator()
                      .withDatabase(tables())
                      .withGenerate(what())
                      .withTarget(
                          new Target()
                              .withPackageName(PACKAGE)
                              .withDirectory(root.toString())
                              .withClean(true))));
    }
  }

  private static Database tables() {
    return new Database()
        .withName("org.jooq.meta.postgres.PostgresDatabase")
        .withInputSchema("upheld")
        .withExcludes("flyway_schema_history")
        .withIncludeRoutines(false)
        .withIncludeDomains(false)
        .withForcedTypes(
            List.of(
                new ForcedType()
                    .withName("INSTANT")
                    .withIncludeTypes("timestamptz|timestamp\\ with\\ time\\ zone")));
  }

  private static Generate what() {
    return new Generate()
        .withJavadoc(false)
        .withComments(false)
        .withGlobalObjectReferences(true)
        .withImplicitJoinPathsToOne(false)
        .withImplicitJoinPathsToMany(false)
        .withImplicitJoinPathsManyToMany(false)
        .withRoutines(false);
  }
}
