package dev.upheld.datamap.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any tables whatever. */
class LinkPropertiesTest {
  private static final int ROUNDS = 300;
  private static final List<String> THINGS =
      List.of(
          "user",
          "order",
          "item",
          "order_item",
          "country",
          "Kunde",
          "staff",
          "account_history",
          "account",
          "plan",
          "subscription_plan",
          "address");
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "user_id",
          "order_id",
          "item_id",
          "parent_id",
          "KundenNr",
          "country_code",
          "billing_address_id",
          "created_by",
          "plan_id",
          "target_id",
          "code",
          "name",
          "accountid",
          "item_type",
          "line_no",
          "status");
  private static final List<TypeFamily> FAMILIES =
      List.of(TypeFamily.WHOLE, TypeFamily.TEXT, TypeFamily.UUID, TypeFamily.DATE);

  @Test
  void theOrderOfTablesAndColumnsChangesNothing() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<TableFacts> tables = tables(random);
      Containment values = values(seed);
      assertThat(LinkFinder.find(shuffled(tables, random), values))
          .as("seed " + seed)
          .isEqualTo(LinkFinder.find(tables, values));
    }
  }

  @Test
  void columnsWithoutNamesAreLinkedByValuesOnly() {
    int found = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      List<TableFacts> tables =
          tables(new Random(seed)).stream().map(LinkPropertiesTest::renamed).toList();
      assertThat(LinkFinder.find(tables, Containment.UNKNOWN)).as("seed " + seed).isEmpty();
      for (ProposedLink link : LinkFinder.find(tables, values(seed))) {
        found++;
        assertThat(link.reasons().getFirst()).as("seed " + seed).contains("values");
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void declaredLinksAlwaysAppearOnceAndAColumnHasOneTarget() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      List<TableFacts> tables = tables(new Random(seed));
      TableFacts first = tables.getFirst();
      TableFacts.Declared key =
          new TableFacts.Declared(
              List.of(first.columns().getLast().name()),
              TableName.parse("elsewhere"),
              List.of("x"));
      tables.set(
          0,
          new TableFacts(
              first.table(),
              first.columns(),
              first.primaryKey(),
              first.uniques(),
              first.indexes(),
              List.of(key)));
      List<ProposedLink> links = LinkFinder.find(tables, Containment.UNKNOWN);
      assertThat(links.stream().filter(ProposedLink::declared)).as("seed " + seed).hasSize(1);
      assertThat(links.stream().map(l -> l.from() + "." + l.fromColumns()))
          .as("seed " + seed)
          .doesNotHaveDuplicates();
    }
  }

  private static List<TableFacts> tables(Random random) {
    List<TableFacts> tables = new ArrayList<>();
    for (String thing : THINGS) {
      if (random.nextInt(4) > 0) {
        tables.add(table(thing, random));
      }
    }
    tables.add(table("last", random));
    return tables;
  }

  private static TableFacts table(String name, Random random) {
    List<TableFacts.Column> columns = new ArrayList<>();
    List<List<String>> uniques = new ArrayList<>();
    List<List<String>> indexes = new ArrayList<>();
    TypeFamily ids = random.nextBoolean() ? TypeFamily.WHOLE : TypeFamily.TEXT;
    columns.add(new TableFacts.Column("id", ids, false, Optional.empty()));
    for (String column : COLUMNS.subList(1, COLUMNS.size())) {
      if (random.nextInt(3) == 0) {
        TypeFamily family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        columns.add(new TableFacts.Column(column, family, true, Optional.empty()));
        if (random.nextInt(4) == 0) {
          uniques.add(List.of(column));
        } else if (random.nextBoolean()) {
          indexes.add(List.of(column));
        }
      }
    }
    return new TableFacts(
        TableName.parse(name), columns, List.of("id"), uniques, indexes, List.of());
  }

  private static List<TableFacts> shuffled(List<TableFacts> tables, Random random) {
    List<TableFacts> shuffled = new ArrayList<>();
    for (TableFacts table : tables) {
      shuffled.add(
          new TableFacts(
              table.table(),
              mixed(table.columns(), random),
              table.primaryKey(),
              mixed(table.uniques(), random),
              mixed(table.indexes(), random),
              table.declared()));
    }
    return mixed(shuffled, random);
  }

  private static <T> List<T> mixed(List<T> list, Random random) {
    List<T> mixed = new ArrayList<>(list);
    Collections.shuffle(mixed, random);
    return mixed;
  }

  /** Its columns are c1, c2 and so on; the table keeps its name. */
  private static TableFacts renamed(TableFacts table) {
    List<String> names = table.columns().stream().map(TableFacts.Column::name).toList();
    List<TableFacts.Column> columns = new ArrayList<>();
    for (TableFacts.Column column : table.columns()) {
      columns.add(
          new TableFacts.Column(
              renamed(column.name(), names), column.family(), column.nullable(), column.length()));
    }
    return new TableFacts(
        table.table(),
        columns,
        table.primaryKey().stream().map(c -> renamed(c, names)).toList(),
        table.uniques().stream().map(u -> u.stream().map(c -> renamed(c, names)).toList()).toList(),
        table.indexes().stream().map(u -> u.stream().map(c -> renamed(c, names)).toList()).toList(),
        List.of());
  }

  private static String renamed(String column, List<String> names) {
    return "c" + (names.indexOf(column) + 1);
  }

  /** Shares drawn from the names, the same however the tables are ordered. */
  private static Containment values(int seed) {
    return (from, here, to, there) -> {
      int drawn =
          Math.floorMod((from + "." + here + ">" + to + "." + there).hashCode() * 31 + seed, 40);
      return drawn < 3
          ? OptionalDouble.of(1)
          : drawn < 20 ? OptionalDouble.of(0.1) : OptionalDouble.empty();
    };
  }
}
