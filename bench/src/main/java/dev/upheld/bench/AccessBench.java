package dev.upheld.bench;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a copy of one person's data takes that is larger than the heap: the whole command, in a
 * JVM with 256 MB, against a program that reads the same rows and writes them to one file.
 */
final class AccessBench implements Benchmark {
  /** Of the person's data; $UPHELD_BENCH_MEGABYTES makes it smaller. */
  private static final long MEGABYTES =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_MEGABYTES", "2048"));

  private static final int LETTER = 1_024;
  private static final int SCAN = 1 << 20;
  private static final int OTHERS = 1_000;
  private static final int HASH = 32;
  private static final double WHOLE = 1;

  @Override
  public String name() {
    return "access";
  }

  @Override
  public String what() {
    return "a copy of one person's data, half of it in rows of 1 KB and half in rows of 1 MB, with"
        + " 256 MB of heap, against a plain dump; $UPHELD_BENCH_MEGABYTES, "
        + MEGABYTES;
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      measure(server.getKey(), server.getValue(), report);
    }
  }

  private static void measure(String server, TestServer on, Report report) throws Exception {
    TestDatabase database = on.freshDatabase();
    Path folder = Files.createTempDirectory("upheld-bench-access");
    try {
      fill(database);
      workspace(database, folder);
      Path dump = folder.resolve("dump.csv");
      double plain = dump(database, dump);
      long data = Files.size(dump);
      Files.delete(dump);
      Path copy = folder.resolve("copy");
      double ours = copy(database, folder, copy);
      report.atLeast(server + "data-megabytes", data / 1e6, (double) MEGABYTES);
      report.figure(server + "heap-megabytes-allowed", 256);
      report.atLeast(server + "copy-whole", isWhole(copy, data) ? WHOLE : 0, WHOLE);
      report.figure(server + "seconds", ours);
      report.figure(server + "times-a-plain-dump", ours / plain);
      report.figure(server + "written-megabytes", size(copy) / 1e6);
    } finally {
      on.drop(database);
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
  }

  /** Every row twice, as CSV and as JSON: nothing of the data may be missing in either. */
  private static boolean isWhole(Path copy, long data) throws IOException {
    return size(copy) >= 2 * data;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long size = 0;
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }

  private static void fill(TestDatabase database) {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    long letters = MEGABYTES / 2 * SCAN / LETTER + 1;
    long scans = MEGABYTES / 2 + 1;
    String text = postgres ? "text" : "longtext";
    database.execute(
        "create table customer (id int primary key, email varchar(80) not null, name varchar(80))",
        "insert into customer select g, concat('person', g, '@example.org'), 'Person' from "
            + series(postgres, OTHERS),
        "create table letter (id int primary key, customer_id int not null, words varchar(2000))",
        "create table scan (id int primary key, customer_id int not null, words " + text + ")",
        "insert into letter select g, case when g <= "
            + letters
            + " then 1 else 2 + g % 900 end, repeat(md5(cast(g as char(12))), "
            + LETTER / HASH
            + ") from "
            + series(postgres, letters + OTHERS),
        "insert into scan select g, case when g <= "
            + scans
            + " then 1 else 2 end, repeat(md5(cast(g as char(12))), "
            + SCAN / HASH
            + ") from "
            + series(postgres, scans + 1),
        "create index letter_c on letter (customer_id)",
        "create index scan_c on scan (customer_id)",
        postgres ? "analyze" : "analyze table letter");
  }

  private static String series(boolean postgres, long rows) {
    return postgres
        ? "generate_series(1, " + rows + ") g"
        : "(select seq as g from seq_1_to_" + rows + ") s";
  }

  private static void workspace(TestDatabase database, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("ws/datamap"));
    Files.writeString(folder.resolve("ws/charter.yaml"), ErasureDatabase.CHARTER);
    Files.writeString(
        folder.resolve("ws/systems.yaml"),
        """
        systems:
          shop: {kind: %s, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SECRET", tls: "off", country: FR, statement-timeout: 15 minutes}
        """
            .formatted(
                database.engine() == TestDatabase.Engine.POSTGRESQL ? "postgres" : "mariadb",
                database.port(),
                database.database(),
                database.user()));
    Files.writeString(
        folder.resolve("ws/datamap/shop.yaml"),
        """
        system: shop
        places:
          customer:
            activity: shop
            subject: {customers: id}
            fields: {name: {data: name, end: delete}, email: {data: email, end: delete}}
            technical: [id]
          letter:
            activity: shop
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {words: {data: words, end: delete}}
            technical: [id, customer_id]
          scan:
            activity: shop
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {words: {data: words, end: delete}}
            technical: [id, customer_id]
        """);
    Files.writeString(folder.resolve("person.yaml"), "email: person1@example.org\n");
  }

  private static double copy(TestDatabase database, Path folder, Path to) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.upheld.app.Main",
                "request",
                "run",
                folder.resolve("ws").toString(),
                "--subject-from",
                folder.resolve("person.yaml").toString(),
                "--right",
                "access",
                "--out",
                to.toString()));
    process.environment().put("SECRET", database.password());
    process.environment().put("UPHELD_HOME", folder.resolve("home").toString());
    process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process.redirectError(ProcessBuilder.Redirect.INHERIT);
    long began = System.nanoTime();
    int exit = process.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the copy ended with " + exit + " instead of 0");
    }
    return said("copy", began);
  }

  private static double dump(TestDatabase database, Path to) throws SQLException, IOException {
    long began = System.nanoTime();
    try (Connection connection = database.connect();
        BufferedWriter file = Files.newBufferedWriter(to)) {
      connection.setAutoCommit(false);
      for (String table : List.of("customer", "letter", "scan")) {
        String owner = table.equals("customer") ? "id" : "customer_id";
        int piece = table.equals("scan") ? 1 : 1_000;
        try (Statement statement = connection.createStatement()) {
          statement.setFetchSize(piece);
          try (ResultSet row =
              statement.executeQuery("select * from " + table + " where " + owner + " = 1")) {
            while (row.next()) {
              file.write(row.getString(1));
              file.write(',');
              file.write(row.getString(2));
              file.write(',');
              file.write(row.getString(3));
              file.write('\n');
            }
          }
        }
      }
      connection.rollback();
    }
    return said("dump", began);
  }

  private static double said(String what, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.err.printf("  %s %.1f s%n", what, seconds);
    return seconds;
  }
}
