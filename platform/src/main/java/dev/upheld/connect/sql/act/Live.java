package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Seen;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Engine;
import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live catalogue of one session, each part read once. What another session read serves as well
 * where the server can show that nothing changed since.
 */
final class Live {
  private final ActLine line;
  private final Engine engine;
  private final ActWords words;
  private Optional<String> mark = Optional.empty();
  private @Nullable Catalogue catalogue;
  private @Nullable Structure structure;

  Live(ActLine line, Engine engine, ActWords words) {
    this.line = line;
    this.engine = engine;
    this.words = words;
  }

  /**
   * @param mark what changes with the catalogue; read before it
   */
  private record Read(String mark, Catalogue catalogue, Structure structure) implements Seen {}

  Catalogue catalogue() {
    Catalogue known = catalogue;
    if (known == null) {
      mark = marked();
      known = line.sending("reading its catalogue", engine::catalogue);
      catalogue = known;
    }
    return known;
  }

  /** Columns of a table, which must be there. */
  List<Column> columns(TableName table, List<String> names) {
    Table found = catalogue().table(table);
    return names.stream().map(n -> catalogue().column(found, "t", n).column()).toList();
  }

  Structure structure() {
    Structure known = structure;
    if (known == null) {
      catalogue(); // the mark comes before whatever it speaks for
      known = line.sending("reading its foreign keys and triggers", words::structure);
      structure = known;
    }
    return known;
  }

  private Optional<String> marked() {
    return words
        .mark()
        .map(
            text ->
                line.ask(
                    "looking whether its catalogue changed",
                    Bound.of(text),
                    0,
                    row -> row.next() ? String.valueOf(row.getString(1)) : ""));
  }

  Optional<Seen> seen() {
    Catalogue known = catalogue();
    Structure hangs = structure();
    return mark.map(m -> new Read(m, known, hangs));
  }

  void trust(Seen seen) {
    if (seen instanceof Read read && marked().filter(read.mark()::equals).isPresent()) {
      mark = Optional.of(read.mark());
      catalogue = read.catalogue();
      structure = read.structure();
    }
  }
}
