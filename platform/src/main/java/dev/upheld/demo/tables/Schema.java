package dev.upheld.demo.tables;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/** All tables of Nimbus. */
public final class Schema {
  private static final List<Table> TABLES =
      Stream.of(
              AccountTables.all(),
              BillingTables.all(),
              SupportTables.all(),
              PeopleTables.all(),
              LogTables.all())
          .flatMap(List::stream)
          .toList();

  private Schema() {}

  /** The tables of one database; a table comes after those it points at. */
  public static List<Table> of(Region region) {
    return TABLES.stream().filter(t -> t.regions().contains(region)).toList();
  }

  /** The table of this name. */
  public static Table table(String name) {
    return TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }
}
