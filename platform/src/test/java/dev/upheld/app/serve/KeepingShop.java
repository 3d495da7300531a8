package dev.upheld.app.serve;

import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A shop that keeps visits for 180 days, with five of them, and a server. */
final class KeepingShop implements AutoCloseable {
  static final String RULE = "shop/visits/keep@shop/visit";

  final TestDatabase database;
  final RunningServer server;

  KeepingShop(TestDatabase database) {
    this.database = database;
    server = RunningServer.of(laid(database), Map.of("SECRET", database.password()), Map.of());
  }

  /** Its rows, and its workspace, without a server; the folder of the workspace. */
  static Path laid(TestDatabase database) {
    Path folder = TestFolders.create("keeping-shop");
    database.execute(
        "create table visit (id int primary key, seen_at timestamp null, ip varchar(40))",
        "insert into visit values (1, '2020-01-01 10:00:00', 'a'), (2, '2021-01-01 10:00:00', 'b'),"
            + " (3, null, 'c'), (4, '2026-11-20 10:00:00', 'd'), (5, '2026-06-01 10:00:00', 'e')",
        SmallShop.MEMORY);
    new SmallShop(folder, database)
        .write(
            "charter.yaml",
            SmallShop.charter(
                "  ip: {is: \"pd:IPAddress\"}\n",
                """
                  visits:
                    title: Visits
                    role: controller
                    purpose: measure
                    basis: contract
                    subjects: [customers]
                    data: {only: [ip]}
                    keep: {for: 180 days, from: collected, then: delete}
                    recipients: []
                """))
        .map(
            """
            system: shop
            places:
              visit:
                activity: visits
                clocks: {collected: seen_at}
                fields: {ip: {data: ip, end: delete}}
                technical: [id, seen_at]
            """);
    return folder;
  }

  String rows() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from visit")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
