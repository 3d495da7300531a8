package dev.upheld.connect;

import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts;
import java.util.List;

/** What a live catalogue offers for finding links, in the words of the finder. */
public final class LinkClues {
  private LinkClues() {}

  /** The tables that hold rows of their own; views show those of others. */
  public static List<TableFacts> facts(Description description) {
    return description.tables().stream()
        .filter(table -> table.kind() == TableKind.TABLE)
        .map(LinkClues::facts)
        .toList();
  }

  private static TableFacts facts(Table table) {
    return new TableFacts(
        table.name(),
        table.columns().stream()
            .map(
                c ->
                    new TableFacts.Column(
                        c.name(), TypeFamily.valueOf(c.type().name()), c.nullable(), c.length()))
            .toList(),
        table.key(),
        table.indexes().stream().filter(Index::unique).map(Index::columns).toList(),
        table.indexes().stream().filter(i -> !i.unique()).map(Index::columns).toList(),
        table.foreignKeys().stream()
            .map(f -> new TableFacts.Declared(f.columns(), f.to(), f.key()))
            .toList());
  }
}
