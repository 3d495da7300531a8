package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Exporting.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for other people in a copy of a person's data before it is handed out, and makes it without
 * them (GDPR Art. 15(4)).
 */
public final class Reviewing {
  private static final int CHUNK = 500;
  private static final int MOST_NAMES = 5_000;

  private final Copying copying;
  private final Erasing finder;

  /**
   * @param finder finds a person's rows, and the tables that hold people
   */
  public Reviewing(Copying copying, Erasing finder) {
    this.copying = copying;
    this.finder = finder;
  }

  /**
   * Whose copy, and what of it.
   *
   * @param known what else is known to be the person's own: their name, the address they write from
   */
  public record Copy(Workspace workspace, Subject subject, Scope scope, Set<String> known) {
    public Copy {
      known = Set.copyOf(known);
    }

    @Override
    public String toString() {
      return "Copy[" + scope + "]";
    }
  }

  /**
   * Reads the copy and says what is in it of other people.
   *
   * @throws dev.upheld.kernel.ProblemException when a system is away
   */
  public Screened screen(Copy copy) {
    Screening first = screening(copy, Set.of());
    copying.export(copy.workspace(), copy.subject(), false, copy.scope(), first);
    Set<String> names = names(copy, first.candidates());
    names.removeAll(first.screened().own());
    if (names.isEmpty()) {
      return first.screened();
    }
    Screening second = screening(copy, names);
    copying.export(copy.workspace(), copy.subject(), false, copy.scope(), second);
    return second.screened();
  }

  private static Screening screening(Copy copy, Set<String> names) {
    Set<String> given = new HashSet<>(copy.known());
    copy.subject().identifiers().values().forEach(given::addAll);
    return new Screening(
        copy.workspace().terms(),
        Reach.identifying(copy.workspace().charter()),
        given,
        new OthersIn(countries(copy.workspace()), names));
  }

  private static List<String> countries(Workspace workspace) {
    Set<String> countries = new TreeSet<>();
    countries.add(workspace.charter().organisation().company().country().toUpperCase(Locale.ROOT));
    return List.copyOf(countries);
  }

  /** Which of these are names of people in the systems; folded. */
  private Set<String> names(Copy copy, Set<String> candidates) {
    Set<String> names = new TreeSet<>();
    if (candidates.isEmpty()) {
      return names;
    }
    Planned found = finder.find(copy.workspace(), copy.subject(), false);
    for (SystemPlan system : found.plan().systems()) {
      if (system.unreachable().isEmpty() && system.partner().isEmpty()) {
        finder.read(
            found,
            system.system(),
            (entry, session, rows) ->
                names(session, rows.graph(), new Wanted(copy, candidates), names));
      }
    }
    return names;
  }

  private record Wanted(Copy copy, Set<String> candidates) {}

  private static void names(ActSession session, Graph graph, Wanted wanted, Set<String> names) {
    Map<String, String> terms = wanted.copy().workspace().terms();
    int number = graph.nodes().size();
    for (Node node : graph.nodes()) {
      if (!node.isPeople()) {
        continue;
      }
      for (Field field : node.place().orElseThrow().fields().values()) {
        if (field.isWhole() && Screening.NAMES.contains(terms.getOrDefault(field.word(), ""))) {
          for (List<String> chunk : chunks(wanted.candidates())) {
            RowSet set = new RowSet(++number, node.set().table(), node.set().key());
            session.open(set);
            session.find(set, List.of(new Match(field.column(), chunk, true)));
            session.values(set, field.column(), MOST_NAMES).stream()
                .map(Screened::folded)
                .forEach(names::add);
          }
        }
      }
    }
  }

  private static List<List<String>> chunks(Set<String> all) {
    List<String> list = new ArrayList<>(all);
    List<List<String>> chunks = new ArrayList<>();
    for (int i = 0; i < list.size(); i += CHUNK) {
      chunks.add(list.subList(i, Math.min(list.size(), i + CHUNK)));
    }
    return chunks;
  }

  /**
   * What became of a copy.
   *
   * @param withheld words of secrets that are handed out to nobody
   * @param blacked values in which something was blacked out, by where they stand
   */
  public record Made(Set<String> withheld, Map<String, Long> blacked) {
    public Made {
      withheld = Set.copyOf(withheld);
      blacked = Map.copyOf(blacked);
    }
  }

  /**
   * Reads the copy into the sink, without what is another person's and was not released; what came
   * since the review as well.
   */
  public Made export(
      Copy copy, Screened screened, Set<Screened.Key> released, Exporting.Sink sink) {
    Screening.Out out =
        new Screening.Out(sink, screening(copy, screened.names()), screened, released);
    Set<String> withheld =
        copying.export(copy.workspace(), copy.subject(), false, copy.scope(), out);
    return new Made(withheld, out.blacked());
  }
}
