package dev.upheld.bench;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A company's database in which each customer has rows in many tables, and a workspace over it. The
 * first customers have many rows, to be erased one after the other; all others have a hundred.
 */
final class ErasureDatabase implements AutoCloseable {
  /** Tables besides that of the customers. */
  private final int tables;

  private final TestServer server;
  private final TestDatabase database;
  private final Path folder;
  private final SmallShop shop;
  private int next;

  /**
   * How large it is.
   *
   * @param tables besides that of the customers
   * @param rows in all
   * @param heavy customers to be erased
   * @param each rows of each of them
   */
  record Size(int tables, long rows, int heavy, int each) {}

  private ErasureDatabase(TestServer server, int tables) throws IOException {
    this.server = server;
    this.tables = tables;
    this.database = server.freshDatabase();
    this.folder = Files.createTempDirectory("upheld-bench-erasure");
    this.shop = new SmallShop(folder, database);
  }

  static ErasureDatabase create(TestServer server, Size size) throws IOException {
    ErasureDatabase made = new ErasureDatabase(server, size.tables());
    made.fill(size);
    made.shop.write("charter.yaml", CHARTER).map(made.map());
    return made;
  }

  private boolean isPostgres() {
    return database.engine() == TestDatabase.Engine.POSTGRESQL;
  }

  static String table(int number) {
    return "thing_" + (number + 1);
  }

  /** Every fourth table belongs to the one before it as well. */
  private static boolean isDeep(int number) {
    return number % 4 == 3;
  }

  private void fill(Size size) {
    int light = (int) Math.max(1, (size.rows() - (long) size.heavy() * size.each()) / 100);
    int customers = size.heavy() + light;
    int many = Math.max(1, size.each() / tables);
    int few = Math.max(1, 100 / tables);
    List<String> sql = new ArrayList<>();
    sql.add(
        "create table customer (id int not null, email varchar(80) not null, name varchar(80))");
    sql.add(
        "insert into customer select g, concat('person', g, '@example.org'), concat('Person ', g) from "
            + series(customers));
    sql.add("alter table customer add primary key (id)");
    sql.add("create unique index customer_email on customer (email)");
    long manyRows = (long) size.heavy() * many;
    long all = manyRows + (long) light * few;
    String owner =
        "case when g <= %d then 1 + %s else %d + %s end"
            .formatted(
                manyRows,
                whole("(g - 1)", many),
                size.heavy() + 1,
                whole("(g - 1 - " + manyRows + ")", few));
    for (int i = 0; i < tables; i++) {
      String name = table(i);
      sql.add(
          "create table "
              + name
              + " (id int not null, customer_id int not null, parent_id int not null,"
              + " words varchar(120), noted varchar(40))");
      sql.add(
          "insert into "
              + name
              + " select g, "
              + owner
              + ", g, concat('something that person ', g, ' said or bought or wanted'), concat('n', g) from "
              + series(all));
      sql.add("alter table " + name + " add primary key (id)");
      sql.add("create index " + name + "_c on " + name + " (customer_id)");
      sql.add("alter table " + name + " add foreign key (customer_id) references customer (id)");
      if (isDeep(i)) {
        sql.add("create index " + name + "_p on " + name + " (parent_id)");
        sql.add(
            "alter table "
                + name
                + " add foreign key (parent_id) references "
                + table(i - 1)
                + " (id)");
      }
    }
    sql.add(isPostgres() ? "analyze" : "analyze table customer");
    sql.add(SmallShop.MEMORY);
    database.execute(sql.toArray(String[]::new));
  }

  private String whole(String number, int by) {
    return isPostgres() ? number + " / " + by : number + " div " + by;
  }

  private String series(long rows) {
    return isPostgres()
        ? "generate_series(1, " + rows + ") g"
        : "(select seq as g from seq_1_to_" + rows + ") s";
  }

  private String map() {
    StringBuilder map =
        new StringBuilder(
            """
            system: shop
            places:
              customer:
                activity: shop
                subject: {customers: id}
                fields: {name: {data: name, end: delete}, email: {data: email, end: delete}}
                technical: [id]
            """);
    for (int i = 0; i < tables; i++) {
      map.append(
          """
            %s:
              activity: shop
              key: [id]
              links: {customer_id: {to: customer.id, kind: owns}%s}
              fields: {words: {data: words, end: delete}, noted: {data: words, end: delete}}
              technical: [id, customer_id, parent_id]
          """
              .formatted(
                  table(i),
                  isDeep(i) ? ", parent_id: {to: " + table(i - 1) + ".id, kind: owns}" : ""));
    }
    return map.toString();
  }

  Workspace workspace() {
    return shop.read();
  }

  Erasing erasing() {
    return new Erasing(ErasureDatabase::open, InstantSource.system(), SmallShop.HASH);
  }

  private static ActSession open(SystemEntry entry) {
    return ActConnector.of(entry.access().orElseThrow().kind())
        .orElseThrow()
        .act(entry, entry.access().orElseThrow());
  }

  /** From now on a commit waits for the disk, where the server can be told while it runs. */
  void durable() {
    if (isPostgres()) {
      database.execute(
          "alter system set fsync = on",
          "alter system set synchronous_commit = on",
          "select pg_reload_conf()");
    }
  }

  /** The next customer to be erased. */
  int next() {
    next++;
    return next;
  }

  static String email(int customer) {
    return "person" + customer + "@example.org";
  }

  Planned plan(Workspace workspace, List<Integer> customers) {
    TreeMap<String, List<String>> person = new TreeMap<>();
    person.put("email", customers.stream().map(ErasureDatabase::email).toList());
    ErasureOrder order =
        new ErasureOrder(ErasureGround.PROMISE, Set.of(), Set.of(), customers.size() > 1);
    return erasing().plan(workspace, new Subject(person), order, Progress.SILENT);
  }

  void act(Planned planned) {
    Receipt receipt = erasing().act(planned, planned.plan(), false, Progress.SILENT);
    if (!receipt.isWhole()) {
      throw new IllegalStateException(receipt.systems().toString());
    }
  }

  /** What somebody who knows the tables would send: children first, one transaction. */
  void byHand(int customer) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (int i = tables - 1; i >= 0; i--) {
        delete(connection, table(i), "customer_id", customer);
      }
      delete(connection, "customer", "id", customer);
      connection.commit();
    }
  }

  private static void delete(Connection connection, String table, String column, int value)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + table + " where " + column + " = ?")) {
      statement.setInt(1, value);
      statement.executeUpdate();
    }
  }

  /** What the loop of one committed statement per row does; returns how many. */
  int rowByRow(int customer) throws SQLException {
    int rows = 0;
    try (Connection connection = database.connect()) {
      for (int table : IntStream.range(0, tables).map(i -> tables - 1 - i).toArray()) {
        for (int id : ids(connection, table(table), customer)) {
          delete(connection, table(table), "id", id);
          rows++;
        }
      }
      delete(connection, "customer", "id", customer);
    }
    return rows + 1;
  }

  private static List<Integer> ids(Connection connection, String table, int customer)
      throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from " + table + " where customer_id = " + customer)) {
      while (row.next()) {
        ids.add(row.getInt(1));
      }
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    server.drop(database);
    try {
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static final String CHARTER =
      SmallShop.charter(
          """
            name: {is: "pd:Name"}
            email: {is: "pd:EmailAddress"}
            words: {is: "pd:Communication"}
          """,
          """
            shop:
              title: The shop
              role: controller
              purpose: sell
              basis: contract
              subjects: [customers]
              data: {only: [name, email, words]}
              keep: not-stated
              recipients: []
          """);
}
