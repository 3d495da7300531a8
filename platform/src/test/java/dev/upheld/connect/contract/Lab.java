package dev.upheld.connect.contract;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a contract needs to know of the server it is held against. */
public interface Lab {
  ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** The database all tests of the class share; each uses tables of its own. */
  TestDatabase database();

  Connector connector();

  /** The server's own spelling of types and values. */
  Words words();

  /**
   * @param schema what stands before a table in a description
   * @param instant type of an instant, microseconds kept
   * @param local type of a date and time without zone, microseconds kept
   * @param bytes type of short byte strings
   * @param json type of JSON
   */
  record Words(Optional<String> schema, String instant, String local, String bytes, String json) {}

  default TableName table(String name) {
    return new TableName(Optional.empty(), name);
  }

  /** As descriptions and sights spell it. */
  default String full(String name) {
    return words().schema().map(s -> s + ".").orElse("") + name;
  }

  default Endpoint endpoint(TestDatabase database, Duration timeout) {
    return new Endpoint(
        connector().kind(),
        database.host(),
        database.port(),
        database.database(),
        database.user(),
        Secret.of(database.password()),
        Map.of("tls", "off"),
        timeout);
  }

  default SystemEntry system() {
    return new SystemEntry(
        "lab",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        PARIS,
        Location.wholeFile("systems.yaml"));
  }

  default Session open(TestDatabase database) {
    return connector().open(system(), endpoint(database, Duration.ofSeconds(60)));
  }

  default Session open() {
    return open(database());
  }

  /** Asks in a session of its own. */
  default <A extends Answer> Answered<A> ask(Question<A> question) {
    try (Session session = open()) {
      return session.ask(question, Progress.SILENT);
    }
  }

  default <A extends Answer> A answer(Question<A> question) {
    return ask(question).answer();
  }
}
