package dev.upheld.demo.tables;

import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/** Every table that a fictional company can have. */
public final class Catalogue {
  private static final Schema ALL =
      new Schema(
          Stream.of(
                  AccountTables.all(),
                  ArchiveTables.all(),
                  BillingTables.all(),
                  SupportTables.all(),
                  PeopleTables.all(),
                  LogTables.all(),
                  PolicyTables.all())
              .flatMap(List::stream)
              .toList());

  private Catalogue() {}

  /** The table of this name. */
  public static Table table(String name) {
    return ALL.table(name);
  }

  /** The tables of these names, in this order. */
  public static List<Table> tables(String... names) {
    return Stream.of(names).map(Catalogue::table).toList();
  }
}
