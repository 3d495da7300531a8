package dev.upheld.engine;

import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where a person is still found, read from the live catalogue and not from any map or plan. Only
 * what is written like nothing else is searched for: a short number is everywhere.
 *
 * @param tables how many were searched
 * @param found rows, by system and column
 * @param unseen what could not be searched, one sentence each
 */
public record Residue(int tables, SortedMap<String, Long> found, List<String> unseen) {
  private static final int SHORTEST = 5;

  public Residue {
    unseen = List.copyOf(unseen);
  }

  /**
   * Searches every table of every system that can be searched.
   *
   * @param open a line to a system
   */
  public static Residue of(
      Workspace workspace,
      Subject subject,
      Function<SystemEntry, ActSession> open,
      Progress progress) {
    List<String> words = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    subject
        .identifiers()
        .forEach(
            (word, values) -> {
              List<String> telling = values.stream().filter(Residue::tells).toList();
              words.addAll(telling);
              if (telling.size() < values.size()) {
                unseen.add(
                    "The word " + word + " has a value too short to be searched for everywhere.");
              }
            });
    TreeMap<String, Long> found = new TreeMap<>();
    Search search = new Search(words, found, unseen, progress);
    int tables = 0;
    for (SystemEntry entry : workspace.map().systems().values()) {
      if (entry.access().isEmpty()) {
        unseen.add("System " + entry.id() + " cannot be searched from here.");
        continue;
      }
      try (ActSession session = open.apply(entry)) {
        tables += search.in(entry.id(), session);
      } catch (ProblemException e) {
        e.problems().stream().map(Problem::what).forEach(unseen::add);
      }
    }
    return new Residue(tables, found, unseen);
  }

  private static boolean tells(String value) {
    return value.length() >= SHORTEST && !value.matches("\\d{1,6}");
  }

  /** What is found and missed so far. */
  private record Search(
      List<String> words, Map<String, Long> found, List<String> unseen, Progress progress) {

    int in(String system, ActSession session) {
      int searched = 0;
      List<Table> tables = session.describe().tables();
      unseen.addAll(session.describe().blind());
      for (Table table : tables) {
        progress.report("searching " + system, searched, tables.size());
        if (table.kind() != TableKind.TABLE) {
          continue; // what a view shows lies in tables
        }
        unseen.addAll(table.sight().blind());
        session
            .inVain(() -> session.containing(table.name(), words))
            .forEach((column, rows) -> found.put(system + "/" + table.name() + "." + column, rows));
        searched++;
      }
      return searched;
    }
  }
}
