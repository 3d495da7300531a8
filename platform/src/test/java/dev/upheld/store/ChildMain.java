package dev.upheld.store;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.EmbeddedPostgres.HostOptions;
import dev.upheld.store.EmbeddedPostgres.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that starts a server, says so, and then does what it reads: {@code insert}
 * one acknowledged row after the other until killed, {@code close}, {@code exit}.
 */
final class ChildMain {
  private ChildMain() {}

  /** Arguments: home, folder of the programs. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Options options =
        Options.in(Path.of(arguments[0]), TestHome.INSTANCE)
            .withHost(
                new HostOptions(Optional.of(Path.of(arguments[1])), Optional.of(TestHome.USER)))
            .withProgress((step, done, total) -> say("PROGRESS " + step));
    EmbeddedPostgres server;
    try {
      server = EmbeddedPostgres.start(options);
    } catch (ProblemException e) {
      Problem problem = e.problems().getFirst();
      say("PROBLEM " + problem.code().code());
      return;
    }
    say("READY " + server.port() + " " + server.startedHere());
    obey(server);
  }

  private static void obey(EmbeddedPostgres server) throws IOException, SQLException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (@Nullable String order = orders.readLine(); order != null; order = orders.readLine()) {
      switch (order) {
        case "insert" -> insert(server);
        case "close" -> {
          server.close();
          say("CLOSED");
        }
        case "exit" -> {
          return;
        }
        default -> throw new IllegalArgumentException(order);
      }
    }
  }

  private static void insert(EmbeddedPostgres server) throws SQLException {
    TestHome.execute(server, "CREATE TABLE IF NOT EXISTS acknowledged (a int PRIMARY KEY)");
    try (Connection connection = server.connect("postgres");
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
      for (int i = 1; ; i++) {
        statement.setInt(1, i);
        statement.executeUpdate();
        say("ACK " + i);
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
