package dev.upheld.datamap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Way;
import dev.upheld.datamap.read.DataMapCode;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.Names;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingsTest {
  private static final Names NAMES =
      new Names(
          Set.of("accounts", "support"),
          Set.of("customers"),
          Set.of("email", "name"),
          Set.of(),
          Set.of(),
          Set.of());

  private static final String MAP =
      """
      system: shop-db
      places:
        account:
          activity: [accounts, support]
          clocks: {collected: created_at, closed: {latest: [a, b]}}
          exempt: {dispute: {column: s, in: [open, hold]}}
          fields: {email: {data: email, end: delete}, name: name}
          technical: [id, created_at]
        log:
          activity: support
          clocks: {collected: at}
          technical: [id, at]
      """;

  private static final String REORDERED =
      """
      # the same, written in another order
      places:
        log:
          technical: [at, id]
          clocks: {collected: at}
          activity: support
        account:
          technical: [created_at, id]
          fields:
            name: {data: name}
            email: {end: delete, data: email}
          exempt: {dispute: {in: [hold, open], column: s}}
          clocks: {closed: {latest: [b, a]}, collected: {column: created_at, as: native}}
          activity: [support, accounts]
      system: shop-db
      """;

  private static DataMap map(String yaml, ZoneId zone, String country) {
    return map(yaml, zone, country, Optional.empty());
  }

  private static DataMap at(Endpoint endpoint) {
    return map(MAP, ZoneOffset.UTC, "FR", Optional.of(endpoint));
  }

  private static Endpoint endpoint(String kind, String host, int port, String database) {
    return new Endpoint(
        kind, host, port, database, "u", Secret.of("p"), Map.of(), Duration.ofMinutes(1));
  }

  private static DataMap map(
      String yaml, ZoneId zone, String country, Optional<Endpoint> endpoint) {
    DataMapReader.Result result =
        DataMapReader.read(
            "shop-db",
            YamlReader.read("datamap/shop-db.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
            NAMES);
    assertThat(result.faults()).isEmpty();
    SystemEntry entry =
        new SystemEntry(
            "shop-db",
            endpoint,
            Optional.empty(),
            Optional.of(country),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            zone,
            Location.wholeFile("systems.yaml"));
    return new DataMap(
        Map.of("shop-db", entry),
        Map.of("shop-db", result.places()),
        Map.of("shop-db", result.ignored()));
  }

  private static DataMap map(String yaml) {
    return map(yaml, ZoneOffset.UTC, "FR");
  }

  private static Header header(Optional<String> activity) {
    return new Header(
        new PromiseId("shop", activity.orElse("all"), "keep"),
        List.of(),
        activity,
        "A promise.",
        List.of(),
        Way.PROBE,
        Location.wholeFile("charter.yaml"),
        Optional.empty());
  }

  private static Promise keep(String activity) {
    Term year = new Term.Calendar(Period.ofYears(1));
    return new Promise.Keep(
        header(Optional.of(activity)),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        new Limit.After(year, year, "collected"),
        false,
        List.of(),
        EndAction.DELETE);
  }

  private static Promise absent() {
    return new Promise.Absent(header(Optional.empty()), Promise.Forbidden.CARD_NUMBER, Set.of());
  }

  private static Promise locate() {
    return new Promise.Locate(
        header(Optional.empty()), Set.of("FR"), Set.of(), Set.of(), Set.of(), false, false);
  }

  @Test
  void orderAndSpellingDoNotMatter() {
    assertThat(Bindings.digest(keep("accounts"), map(REORDERED)))
        .isEqualTo(Bindings.digest(keep("accounts"), map(MAP)))
        .hasSize(64);
    assertThat(Bindings.digest(absent(), map(REORDERED)))
        .isEqualTo(Bindings.digest(absent(), map(MAP)));
  }

  @Test
  void whatThePromiseDependsOnChangesIt() {
    String before = Bindings.digest(keep("accounts"), map(MAP));
    for (String change :
        List.of(
            MAP.replace("created_at, closed", "made_at, closed"),
            MAP.replace("[a, b]", "[a, c]"),
            MAP.replace("latest", "earliest"),
            MAP.replace("[open, hold]", "[open]"),
            MAP.replace("end: delete", "end: clear"),
            MAP.replace("  account:\n", "  account:\n    table: x.account\n"),
            MAP.replace("activity: support", "activity: [support, accounts]"))) {
      assertThat(Bindings.digest(keep("accounts"), map(change))).isNotEqualTo(before);
    }
    assertThat(Bindings.digest(keep("accounts"), map(MAP, ZoneId.of("Europe/Paris"), "FR")))
        .isNotEqualTo(before);
  }

  @Test
  void whatItDoesNotDependOnLeavesItAlone() {
    String change = MAP.replace("collected: at", "collected: since");
    assertThat(Bindings.digest(keep("accounts"), map(change)))
        .isEqualTo(Bindings.digest(keep("accounts"), map(MAP)));
    assertThat(Bindings.digest(keep("support"), map(change)))
        .isNotEqualTo(Bindings.digest(keep("support"), map(MAP)));
    assertThat(Bindings.digest(keep("accounts"), map(MAP, ZoneOffset.UTC, "US")))
        .isEqualTo(Bindings.digest(keep("accounts"), map(MAP)));
    assertThat(Bindings.digest(locate(), map(MAP, ZoneOffset.UTC, "US")))
        .isNotEqualTo(Bindings.digest(locate(), map(MAP)));
  }

  @Test
  void anotherDatabaseChangesIt() {
    Endpoint production = endpoint("postgres", "db.example", 5432, "shop");
    for (Promise promise : List.of(keep("accounts"), absent(), locate(), encrypt())) {
      String before = Bindings.digest(promise, at(production));
      for (Endpoint other :
          List.of(
              endpoint("mariadb", "db.example", 5432, "shop"),
              endpoint("postgres", "test.example", 5432, "shop"),
              endpoint("postgres", "db.example", 5433, "shop"),
              endpoint("postgres", "db.example", 5432, "shop_test"))) {
        assertThat(Bindings.digest(promise, at(other))).isNotEqualTo(before);
      }
      assertThat(Bindings.digest(promise, map(MAP))).as("declared").isNotEqualTo(before);
      assertThat(Bindings.digest(promise, unresolved()))
          .as("unresolved")
          .isNotEqualTo(before)
          .isNotEqualTo(Bindings.digest(promise, map(MAP)));
    }
  }

  @Test
  void whoAsksTheSameDatabaseDoesNotMatter() {
    Endpoint another =
        new Endpoint(
            "postgres",
            "DB.example",
            5432,
            "shop",
            "somebody",
            Secret.of("other"),
            Map.of("tls", "verify"),
            Duration.ofMinutes(9));
    for (Promise promise : List.of(keep("accounts"), absent(), encrypt())) {
      assertThat(Bindings.digest(promise, at(another)))
          .isEqualTo(
              Bindings.digest(promise, at(endpoint("postgres", "db.example", 5432, "shop"))));
    }
  }

  private static DataMap unresolved() {
    DataMap map = map(MAP);
    SystemEntry entry = requireNonNull(map.systems().get("shop-db"));
    SystemEntry lost =
        new SystemEntry(
            entry.id(),
            Optional.empty(),
            Optional.of(
                Problem.of(DataMapCode.REFERENCE_UNRESOLVED, "HOST is not set.", "Set it.")),
            entry.country(),
            entry.proof(),
            entry.networks(),
            entry.operator(),
            entry.zone(),
            entry.at());
    return new DataMap(Map.of("shop-db", lost), map.places(), map.ignored());
  }

  private static Promise encrypt() {
    return new Promise.Encrypt(header(Optional.empty()), Set.of("shop-db"));
  }

  @Test
  void anIgnoredTableChangesWhatLooksEverywhere() {
    String change = MAP + "ignore: {country: no personal data}\n";
    assertThat(Bindings.digest(absent(), map(change)))
        .isNotEqualTo(Bindings.digest(absent(), map(MAP)));
    assertThat(Bindings.digest(keep("support"), map(change)))
        .isEqualTo(Bindings.digest(keep("support"), map(MAP)));
  }

  @Test
  void aMapWithoutPartsOfColumnsReadsAsItDidBeforeThereWereAny() {
    Place whole = requireNonNull(places(MAP).get("account"));
    assertThat(CanonicalText.of(whole))
        .contains("Field{column=\"name\", end=-, word=\"name\"}")
        .doesNotContain("inside")
        .doesNotContain("technicalParts");
  }

  @Test
  void partsOfColumnsCount() {
    String text = CanonicalText.of(requireNonNull(places(MAP).get("account")));
    for (String other :
        List.of(
            MAP.replace("name: name}", "name->first: name}"),
            MAP.replace("name: name}", "'name[k=first]': name}"),
            MAP.replace("[id, created_at]", "[id, created_at, profile->a]"))) {
      assertThat(other).isNotEqualTo(MAP);
      assertThat(CanonicalText.of(requireNonNull(places(other).get("account")))).isNotEqualTo(text);
    }
  }

  private static Map<String, Place> places(String yaml) {
    DataMapReader.Result result =
        DataMapReader.read(
            "shop-db",
            YamlReader.read("datamap/shop-db.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
            NAMES);
    assertThat(result.faults()).isEmpty();
    return result.places();
  }
}
