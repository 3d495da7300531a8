package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.LinkClues;
import dev.upheld.connect.LiveContainment;
import dev.upheld.connect.Session;
import dev.upheld.datamap.links.Containment;
import dev.upheld.datamap.links.LinkFinder;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.links.TableFacts;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.testing.score.JdbcAddress;
import dev.upheld.testing.score.LinkScore;
import dev.upheld.testing.score.LinkScore.Spelled;
import dev.upheld.testing.score.Survey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Declared foreign keys are hidden, and found again; where a database declares some or none of what
 * its program follows, a file says the rest.
 */
class LinksFoundTest {
  private static final double RECALL = 0.85;
  private static final double PRECISION = 0.90;
  private static final long MOST_ROWS = 100_000;

  /** Keys of partitions count for the table that they are parts of. */
  private static final String PARTITIONS =
      """
      select distinct p.relname, a.attname, t.relname, b.attname
      from pg_constraint k
      join pg_inherits i on i.inhrelid = k.conrelid
      join pg_class p on p.oid = i.inhparent join pg_class t on t.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f'""";

  /** What was found of the declared ones, and of all true ones, without and with values. */
  private record Found(LinkScore declared, LinkScore schema, LinkScore values) {}

  @Test
  void aFilmShop() {
    holds("Pagila", Databases.postgres(), Pagila::load, "");
  }

  @Test
  void aMusicShopInSnakeCaseAndInCamelCase() {
    holds("Chinook", Databases.postgres(), Chinook::load, "");
    holds("Chinook on MariaDB", Databases.mariadb(), Chinook::load, "");
  }

  @Test
  void anIdentityServer() {
    holds("Keycloak", Databases.postgres(), Keycloak::load, "keycloak-links");
  }

  @Test
  void aBillingPlatformThatDeclaresNothing() {
    holds("Kill Bill", Databases.postgres(), KillBill::load, "killbill-links");
  }

  private static void holds(
      String name, TestServer server, Function<TestServer, TestDatabase> load, String undeclared) {
    TestDatabase database = load.apply(server);
    try (Session session = open(database)) {
      Found found = find(database, session, undeclared);
      System.out.println(name + " against declared: " + found.declared().figures());
      System.out.println(name + " by schema: " + found.schema().figures());
      System.out.println(name + " by values: " + found.values().figures());
      boolean declares = found.declared().found() > 0;
      LinkScore recalled = declares ? found.declared() : found.schema();
      assertThat(recalled.recall()).as(name + recalled.faults()).isGreaterThanOrEqualTo(RECALL);
      isPrecise(name + " by schema", found.schema());
      isPrecise(name + " by values", found.values());
    } finally {
      database.drop(server);
    }
  }

  private static void isPrecise(String name, LinkScore score) {
    assertThat(score.precision()).as(name + score.faults()).isGreaterThanOrEqualTo(PRECISION);
  }

  private static Found find(TestDatabase database, Session session, String undeclared) {
    List<TableFacts> facts = LinkClues.facts(session.describe());
    Set<Spelled> declared = declared(database, facts);
    Set<Spelled> truth = new LinkedHashSet<>(declared);
    if (!undeclared.isEmpty()) {
      truth.addAll(LinkScore.parse(Resources.text("truth/" + undeclared + ".tsv")));
    }
    assertThat(truth).hasSizeGreaterThan(5);
    List<TableFacts> hidden = facts.stream().map(TableFacts::undeclared).toList();
    List<ProposedLink> bySchema = LinkFinder.find(hidden, Containment.UNKNOWN);
    Containment values = new LiveContainment(session, MOST_ROWS);
    return new Found(
        LinkScore.of(declared, bySchema),
        LinkScore.of(truth, bySchema),
        LinkScore.of(truth, LinkFinder.find(hidden, values)));
  }

  private static Set<Spelled> declared(TestDatabase database, List<TableFacts> facts) {
    Set<Spelled> declared = new LinkedHashSet<>();
    LinkFinder.find(facts, Containment.UNKNOWN).stream()
        .filter(ProposedLink::declared)
        .forEach(link -> declared.add(LinkScore.spelled(link)));
    switch (database.engine()) {
      case POSTGRESQL -> declared.addAll(LinkScore.parse(partitions(database)));
      case MARIADB -> {}
    }
    return declared;
  }

  private static String partitions(TestDatabase database) {
    StringBuilder lines = new StringBuilder();
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(PARTITIONS)) {
      while (row.next()) {
        lines.append(
            String.join(
                "\t", row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        lines.append('\n');
      }
    } catch (SQLException e) {
      throw new AssertionError("the partitions could not be read", e);
    }
    return lines.toString();
  }

  private static Session open(TestDatabase database) {
    return Survey.open(
        JdbcAddress.endpoint(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password())));
  }
}
