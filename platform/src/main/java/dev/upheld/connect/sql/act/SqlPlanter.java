package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.NewRow;
import dev.upheld.connect.act.Planter;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.sql.Engine;
import dev.upheld.connect.sql.Faults;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes up rows of an SQL database, whatever the server. */
public final class SqlPlanter implements Planter {
  private final ActWords words;
  private final PlantWords planting;
  private final ActLine line;
  private final Live live;
  private final Map<TableName, NewRow> wants = new LinkedHashMap<>();

  /**
   * Connects.
   *
   * @param catalogues that earlier sessions read
   */
  public SqlPlanter(
      Faults faults, Engine engine, ActWords words, Catalogues catalogues, PlantWords planting) {
    this.words = words;
    this.planting = planting;
    this.line = new ActLine(engine, words, faults);
    this.live = new Live(line, engine, words, catalogues);
  }

  @Override
  public Description describe() {
    return live.catalogue().description();
  }

  @Override
  public Structure structure() {
    return live.structure();
  }

  @Override
  public NewRow wants(TableName table) {
    TableName name = live.catalogue().table(table).name();
    NewRow known = wants.get(name);
    if (known == null) {
      known = line.sending("reading what rows of " + name + " need", c -> planting.wants(c, name));
      wants.put(name, known);
    }
    return known;
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return line.transaction(true, () -> begun(work));
  }

  @Override
  public <T> T inVain(Supplier<T> work) {
    return line.transaction(false, () -> begun(work));
  }

  private <T> T begun(Supplier<T> work) {
    line.sending(
        "beginning",
        c -> {
          planting.begin(c);
          return true;
        });
    return work.get();
  }

  @Override
  public Map<String, String> plant(TableName table, Map<String, String> values) {
    Table found = live.catalogue().table(table);
    List<String> names = new ArrayList<>();
    List<Bound> given = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              names.add(words.name(name));
              given.add(planting.value(column(found, name), value));
            });
    List<String> back =
        found.columns().stream()
            .filter(c -> c.readable() && c.type() != Description.Type.BYTES)
            .map(Column::name)
            .toList();
    Bound row =
        names.isEmpty()
            ? Bound.of(planting.nothingGiven())
            : Bound.joined(given, ", ").within("(" + String.join(", ", names) + ") values (", ")");
    Bound whole =
        row.within(
            "insert into " + words.relation(found.name()) + " ",
            " returning " + back.stream().map(words::name).collect(Collectors.joining(", ")));
    String doing = "making up a row of " + found.name();
    return saved(doing, () -> line.ask(doing, whole, 0, result -> row(result, back)));
  }

  private static Map<String, String> row(ResultSet result, List<String> columns)
      throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    if (result.next()) {
      for (int i = 0; i < columns.size(); i++) {
        @Nullable String value = result.getString(i + 1);
        if (value != null) {
          row.put(columns.get(i), value);
        }
      }
    }
    return row;
  }

  /** What is refused takes back no more than itself. */
  private <T> T saved(String doing, Supplier<T> work) {
    Savepoint before = line.sending(doing, c -> c.setSavepoint());
    try {
      return work.get();
    } catch (ProblemException e) {
      line.sending(
          doing,
          c -> {
            c.rollback(before);
            return true;
          });
      throw e;
    }
  }

  private Column column(Table table, String name) {
    return live.catalogue().column(table, "t", name).column();
  }

  @Override
  public Optional<Map<String, String>> any(TableName table, List<String> columns) {
    Table found = live.catalogue().table(table);
    String text =
        "select "
            + columns.stream().map(words::name).collect(Collectors.joining(", "))
            + " from "
            + words.relation(found.name())
            + " where "
            + columns.stream()
                .map(c -> words.name(c) + " is not null")
                .collect(Collectors.joining(" and "))
            + " limit 1";
    Map<String, String> row =
        line.ask("reading " + found.name(), Bound.of(text), 0, result -> row(result, columns));
    return row.isEmpty() ? Optional.empty() : Optional.of(row);
  }

  @Override
  public long count(TableName table, Map<String, String> values) {
    Table found = live.catalogue().table(table);
    String doing = "counting rows of " + found.name();
    Bound text =
        where(found, values)
            .within("select count(*) from " + words.relation(found.name()) + " where ", "");
    return saved(doing, () -> line.number(doing, text));
  }

  @Override
  public long remove(TableName table, Map<String, String> values) {
    Table found = live.catalogue().table(table);
    String doing = "taking away rows of " + found.name();
    Bound statement =
        where(found, values).within("delete from " + words.relation(found.name()) + " where ", "");
    return saved(doing, () -> line.change(doing, statement));
  }

  private Bound where(Table table, Map<String, String> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no value, and all rows would be meant");
    }
    List<Bound> each = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                each.add(
                    words
                        .among(
                            words.name(name),
                            column(table, name),
                            new Match(name, List.of(value), false))
                        .within("(", ")")));
    return Bound.joined(each, " and ");
  }

  @Override
  public void close() {
    line.close();
  }
}
