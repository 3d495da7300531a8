package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places that share a table. A row in two of them goes only when both let it go, is counted once,
 * and what one of them keeps of it the other does not end.
 */
final class Siblings {
  private final ActSession session;
  private final List<Node> nodes;
  private final Map<String, Set<String>> meet = new HashMap<>();

  Siblings(ActSession session, List<Node> gathered) {
    this.session = session;
    this.nodes =
        gathered.stream()
            .filter(
                n ->
                    gathered.stream()
                        .anyMatch(
                            o -> !o.id().equals(n.id()) && o.set().table().equals(n.set().table())))
            .toList();
  }

  /**
   * Rows that another place holds stay here as well.
   *
   * @return rows held
   */
  long hold() {
    long held = 0;
    for (Node node : nodes) {
      for (Node other : others(node)) {
        long rows = session.holdSame(node.set(), other.set(), false, Fate.HUSK);
        if (rows > 0) {
          meet.computeIfAbsent(node.id(), n -> new TreeSet<>()).add(other.id());
        }
        held += rows;
      }
    }
    return held;
  }

  /** Rows that go from several places are counted in the first. */
  void once() {
    for (int i = 0; i < nodes.size(); i++) {
      for (Node first : nodes.subList(0, i)) {
        if (first.set().table().equals(nodes.get(i).set().table())) {
          session.holdSame(nodes.get(i).set(), first.set(), true, Fate.GOES_ELSEWHERE);
        }
      }
    }
  }

  /** Columns of a place that another one keeps, in rows that are in both. */
  Set<String> spared(Node node, Map<String, Decision> decisions) {
    Set<String> spared = new TreeSet<>();
    for (Node other : others(node)) {
      Decision decision = decisions.get(other.id());
      if (decision != null
          && meet.getOrDefault(node.id(), Set.of()).contains(other.id())
          && other.place().isPresent()) {
        Set<String> kept = new TreeSet<>(decision.stays().keySet());
        decision.duties().forEach(d -> kept.addAll(d.fields()));
        other.place().get().fields().entrySet().stream()
            .filter(e -> kept.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .map(Field::column)
            .forEach(spared::add);
      }
    }
    return spared;
  }

  private List<Node> others(Node node) {
    return nodes.stream()
        .filter(o -> !o.id().equals(node.id()) && o.set().table().equals(node.set().table()))
        .toList();
  }
}
