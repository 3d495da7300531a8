package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Foretelling;
import dev.upheld.engine.Pace;
import dev.upheld.engine.Sparing;
import dev.upheld.engine.Warned;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that only several columns name together are told of one by one all the same. */
class WarnedKeysTest {
  private final Set<String> asked = new TreeSet<>();

  /** Of one row nobody was told, of one lately. */
  private Warned.Untold among(Collection<String> keys) {
    asked.addAll(keys);
    return new Warned.Untold(those(keys, "1:1,1:b"), those(keys, "2:11,1:a"));
  }

  private static Set<String> those(Collection<String> keys, String key) {
    return keys.stream().filter(key::equals).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void eachRowIsAskedAboutByAllColumnsOfItsKey(TestDatabase.Engine engine) {
    TestServer server =
        engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb();
    TestDatabase database = server.freshDatabase();
    try {
      judged(new RetentionShop(database, TestFolders.create("warned-keys")));
    } finally {
      server.drop(database);
    }
  }

  private void judged(RetentionShop shop) {
    shop.charter(
        "keep: {for: 180 days, from: collected, then: delete}",
        "keep: {for: 180 days, from: collected, then: delete, warn: 30 days}");
    shop.map(
        "  visit:\n    activity: visits\n", "  visit:\n    activity: visits\n    key: [id, ip]\n");
    shop.map(
        "fields: {ip: {data: ip, end: delete}}\n    technical: [id, seen_at]",
        "fields: {ip: {data: ip, end: delete}, mail: {data: email, end: delete}}\n"
            + "    technical: [id, seen_at]");
    shop.execute(
        "DROP TABLE visit",
        "CREATE TABLE visit (id INT NOT NULL, ip VARCHAR(40) NOT NULL, seen_at DATE NULL,"
            + " mail VARCHAR(80), PRIMARY KEY (id, ip))",
        "INSERT INTO visit VALUES (1, 'a', '2020-01-01', 'a@x.example'), (1, 'b', '2020-01-01', 'b@x.example'),"
            + " (11, 'a', '2020-01-01', 'c@x.example'), (1, '1,a', '2020-01-01', 'd@x.example')");
    Expiry rule = shop.rule("visits/keep", "visit").expiry().orElseThrow();
    Expiring expiring =
        new Expiring(
            RetentionShop::open,
            new Sparing(Barring.NONE, (_, _, keys) -> among(keys)),
            InstantSource.system());
    List<Foretelling.Row> rows = new ArrayList<>();
    expiring.foretell(
        shop.workspace(),
        rule,
        new Foretelling(new Foretelling.Way("mail", Optional.empty()), () -> false, rows::addAll));
    assertThat(rows)
        .extracting(Foretelling.Row::key)
        .containsExactlyInAnyOrder("1:1,1:a", "1:1,1:b", "2:11,1:a", "1:1,3:1,a");
    Expired done =
        expiring.run(
            shop.workspace(),
            rule,
            new Expiring.Way(
                UUID.randomUUID(),
                new Pace(Pace.Way.usual(_ -> {})),
                () -> false,
                Progress.SILENT));
    assertThat(asked).containsExactly("1:1,1:a", "1:1,1:b", "1:1,3:1,a", "2:11,1:a");
    assertThat(done.keptBack())
        .containsEntry(Expired.UNTOLD, 1L)
        .containsEntry(Expired.TOLD_LATELY, 1L);
    assertThat(shop.column("SELECT mail FROM visit ORDER BY mail"))
        .containsExactly("b@x.example", "c@x.example");
  }
}
