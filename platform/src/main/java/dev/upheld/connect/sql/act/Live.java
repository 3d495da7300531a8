package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Engine;
import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live catalogue of one session. What an earlier session read serves as well where the server
 * can show that nothing changed since.
 */
final class Live {
  private final ActLine line;
  private final Engine engine;
  private final ActWords words;
  private final Catalogues known;
  private Catalogues.@Nullable Read read;

  Live(ActLine line, Engine engine, ActWords words, Catalogues known) {
    this.line = line;
    this.engine = engine;
    this.words = words;
    this.known = known;
  }

  Catalogue catalogue() {
    return read().catalogue();
  }

  /** Columns of a table, which must be there. */
  List<Column> columns(TableName table, List<String> names) {
    Table found = catalogue().table(table);
    return names.stream().map(n -> catalogue().column(found, "t", n).column()).toList();
  }

  Structure structure() {
    return read().structure();
  }

  private Catalogues.Read read() {
    Catalogues.Read present = read;
    if (present == null) {
      Optional<String> mark = words.mark().map(this::marked);
      Optional<Catalogues.Read> before = mark.flatMap(m -> known.under(m, engine));
      present = before.orElseGet(() -> fresh(mark.orElse("")));
      if (mark.isPresent() && before.isEmpty()) {
        known.keep(engine, present);
      }
      read = present;
    }
    return present;
  }

  /** For other work; what is known serves on where the server cannot tell whether it changed. */
  void renew() {
    if (words.mark().isPresent()) {
      read = null;
    }
  }

  private String marked(String text) {
    return line.ask(
        "looking whether its catalogue changed",
        Bound.of(text),
        0,
        row -> row.next() ? String.valueOf(row.getString(1)) : "");
  }

  private Catalogues.Read fresh(String mark) {
    Catalogue catalogue = line.sending("reading its catalogue", engine::catalogue);
    Structure structure = line.sending("reading its foreign keys and triggers", words::structure);
    return new Catalogues.Read(mark, catalogue, structure);
  }
}
