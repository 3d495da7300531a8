package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything by which a person is known: what was said of them, and what their own rows say. A mark
 * set for an address is found again by whoever asks with a number.
 */
public final class Known {
  private static final int MOST = 100;

  private Known() {}

  /**
   * Looks the person up wherever the data map knows them; changes nothing.
   *
   * @return values by word; of systems that do not answer only what others know
   * @throws ProblemException where a system stops answering meanwhile
   */
  public static Map<String, Set<String>> of(Erasing erasing, Workspace workspace, Subject subject) {
    Map<String, Set<String>> known = new TreeMap<>();
    subject.identifiers().forEach((word, values) -> add(known, word, values));
    Set<String> identifying = Reach.identifying(workspace.charter());
    Planned found;
    try {
      found = erasing.find(workspace, subject, false);
    } catch (ProblemException e) {
      if (e.problems().stream().anyMatch(p -> p.code() == EngineProblem.AMBIGUOUS)) {
        return known; // whose numbers they are nobody knows yet; what was said stands for all
      }
      throw e;
    }
    found.plan().systems().stream()
        .filter(s -> s.unreachable().isEmpty() && s.partner().isEmpty())
        .map(SystemPlan::system)
        .forEach(
            system ->
                erasing.read(found, system, (_, session, g) -> in(g, session, identifying, known)));
    return known;
  }

  /**
   * Counts the person's rows now, place by place; of a system that cannot be asked it says why.
   *
   * @return nothing of places without such rows
   */
  public static List<HoldingRows.Counted> rows(
      Erasing erasing, Workspace workspace, Subject subject) {
    Planned found = erasing.find(workspace, subject, true);
    List<HoldingRows.Counted> all = new ArrayList<>();
    for (SystemPlan system : found.plan().systems()) {
      if (!system.unreachable().isEmpty()) {
        String why = system.unreachable().getFirst();
        all.add(new HoldingRows.Counted(system.system(), Optional.empty(), why));
      } else if (system.partner().isEmpty()) {
        erasing.read(
            found,
            system.system(),
            (entry, session, g) -> all.addAll(rows(entry.id(), session, g)));
      }
    }
    return all;
  }

  private static List<HoldingRows.Counted> rows(
      String system, ActSession session, Gathering gathering) {
    List<HoldingRows.Counted> all = new ArrayList<>();
    for (Node node : gathering.gathered()) {
      long rows = session.fates(node.set()).values().stream().mapToLong(n -> n).sum();
      if (rows > 0) {
        all.add(new HoldingRows.Counted(system + "/" + node.id(), Optional.of(rows), ""));
      }
    }
    return all;
  }

  /** What a plan knows of its person. */
  static Map<String, Set<String>> of(Planned planned) {
    Map<String, Set<String>> known = new TreeMap<>();
    planned.subject().identifiers().forEach((word, values) -> add(known, word, values));
    planned.numbers().forEach((word, values) -> add(known, word, values));
    return known;
  }

  /**
   * Refuses words that single nobody out.
   *
   * @throws ProblemException with {@link EngineProblem#SUBJECT}
   */
  public static void words(Workspace workspace, Subject subject) {
    Set<String> identifying = Reach.identifying(workspace.charter());
    Set<String> people = new TreeSet<>(workspace.charter().words().subjects().keySet());
    for (String word : subject.identifiers().keySet()) {
      if (!identifying.contains(word) && !people.contains(word)) {
        throw EngineProblem.SUBJECT.because(
            "The word " + word + " does not single a person out.",
            "Use one of "
                + String.join(", ", identifying)
                + ", or with a number one of "
                + String.join(", ", people)
                + ".");
      }
    }
  }

  /** Data words of the charter that single a person out. */
  public static Set<String> identifying(Workspace workspace) {
    return Reach.identifying(workspace.charter());
  }

  /** Adds what the rows of people say in one system. */
  static void in(
      Gathering gathering,
      ActSession session,
      Set<String> identifying,
      Map<String, Set<String>> known) {
    for (Node node : gathering.gathered()) {
      if (!node.isPeople() || session.fates(node.set()).isEmpty()) {
        continue;
      }
      String key = node.set().key().getFirst();
      Set<String> columns = new LinkedHashSet<>();
      node.words().forEach(word -> add(known, word, session.values(node.set(), key, MOST)));
      for (Field field : node.place().orElseThrow().fields().values()) {
        if (field.isWhole() && identifying.contains(field.word()) && columns.add(field.column())) {
          add(known, field.word(), session.values(node.set(), field.column(), MOST));
        }
      }
    }
  }

  private static void add(Map<String, Set<String>> known, String word, Collection<String> values) {
    known.computeIfAbsent(word, w -> new TreeSet<>()).addAll(values);
  }
}
