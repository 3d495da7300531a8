package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.read.DataMapFolder;
import dev.upheld.datamap.read.References;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Column;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace of the example fits the company. */
class ExampleTest {
  private static final Path FOLDER = ExampleWorkspace.find("demo");
  private static final Charter CHARTER = charter();

  private static Charter charter() {
    CharterReading reading = Charters.read(FOLDER, LocalDate.of(2026, 11, 22));
    assertThat(reading.problems()).isEmpty();
    return reading.charter().orElseThrow();
  }

  private static DataMap map() {
    DataMapFolder.Result result = DataMapFolder.read(FOLDER, References.machine(), words());
    assertThat(result.faults()).isEmpty();
    return result.map();
  }

  private static dev.upheld.datamap.read.Names words() {
    return new dev.upheld.datamap.read.Names(
        CHARTER.activities().keySet(),
        CHARTER.words().subjects().keySet(),
        CHARTER.words().vocabulary().keySet(),
        Set.of("active", "archive"),
        Set.of(
            "collected",
            "contract-end",
            "fiscal-year-end",
            "last-contact",
            "closed",
            "decided",
            "unsubscribed"),
        Set.of("nimbus", "chatline", "paygate"));
  }

  /**
   * Two for `check` to show: partners in Europe take part in support and payment of US customers.
   */
  @Test
  void theCharterLeavesNothingOpenButTwoPartnersAbroad() {
    assertThat(Charters.findings(CHARTER))
        .hasSize(2)
        .allMatch(f -> f.code() == FindingCode.PARTNER_ABROAD)
        .allMatch(f -> f.sentence().contains("us-customers"));
  }

  @Test
  void everyFaultBreaksPromisesThatTheCharterMakes() {
    Set<String> promises =
        Charters.promises(CHARTER).stream()
            .map(Promise::id)
            .map(Object::toString)
            .collect(Collectors.toSet());
    for (Fault fault : Profiles.demo().faults()) {
      assertThat(promises).as(fault.id()).containsAll(fault.promises());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu", "us"})
  void theDataMapKnowsEveryTableAndEveryColumn(String id) {
    Database database = Profiles.demo().database(id);
    String system = id + "-main";
    Map<TableName, Place> places =
        map().places().getOrDefault(system, Map.of()).values().stream()
            .collect(Collectors.toMap(Place::table, p -> p));
    Set<TableName> ignored = map().ignored().getOrDefault(system, Map.of()).keySet();
    Plan plan = new Plan(Profiles.demo(), 1000, Instant.EPOCH, Set.of());
    Script script =
        new Script(new PostgresDialect(), Names.OWN, database.schema(), plan.setting(database));
    Set<TableName> known = new HashSet<>(ignored);
    known.addAll(places.keySet());

    List<Table> tables = database.schema().tables();
    assertThat(known)
        .hasSize(tables.size() + 2)
        .contains(TableName.parse("upheld_demo"), TableName.parse("upheld_act"));
    for (Table table : tables) {
      TableName name = script.nameOf(table);
      assertThat(known).contains(name);
      if (!ignored.contains(name)) {
        assertThat(columns(Objects.requireNonNull(places.get(name))))
            .as(name.toString())
            .isEqualTo(table.columns().stream().map(Column::name).collect(Collectors.toSet()));
      }
    }
  }

  private static Set<String> columns(Place place) {
    Set<String> columns = new HashSet<>(place.technical());
    columns.addAll(place.fields().keySet());
    return columns;
  }
}
