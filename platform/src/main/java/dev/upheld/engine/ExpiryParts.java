package dev.upheld.engine;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Partitions;
import dev.upheld.connect.act.Partitions.Counted;
import dev.upheld.connect.act.Partitions.Over;
import dev.upheld.connect.act.Partitions.Partition;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whole partitions of a rule's table that go at once: where all of their rows are past their time,
 * none of them is held or pointed at, and nothing goes with them. What does not stand every one of
 * these tests goes row by row.
 */
final class ExpiryParts {
  private static final Set<ConnectProblem> GIVES_UP =
      Set.of(
          ConnectProblem.DENIED,
          ConnectProblem.REFUSED,
          ConnectProblem.TIMED_OUT,
          ConnectProblem.CANCELLED); // what a server says of a limit shorter than the usual one

  private final Expiry rule;
  private final ActSession session;
  private final Graph graph;
  private final Node seed;
  private final Owners owners;
  private final ExpiryReach reach;

  ExpiryParts(Expiry rule, ActSession session, Graph graph, Owners owners, ExpiryReach reach) {
    this.rule = rule;
    this.session = session;
    this.graph = graph;
    this.seed =
        graph
            .node(rule.kept().place().id())
            .orElseThrow(() -> new IllegalArgumentException("the rule's place is on no map"));
    this.owners = owners;
    this.reach = reach;
  }

  private Partitions parts() {
    return session.partitions();
  }

  /** Those that may go, as far as can be told without looking at rows. */
  Over over() {
    return isThinkable() ? parts().over(seed.set(), rule.kept().keeping()) : Over.NONE;
  }

  private boolean isThinkable() {
    boolean watched = graph.isWatched(seed.set().table());
    owners.rows().look();
    boolean above = (owners.any() && isOwned()) || owners.rows().touch(seed);
    boolean remembered = session.remembers() || parts().atOnce();
    return !watched && !above && remembered && reach.mayGoWhole(seed);
  }

  /** Whether people are found in its rows through rows of other places. */
  private boolean isOwned() {
    return graph.edges().stream().anyMatch(e -> isOf(e.child()));
  }

  private boolean isOf(Node node) {
    return node.set().table().equals(seed.set().table());
  }

  /** How many rows would go with a partition; empty where it has to be done row by row. */
  OptionalLong look(Partition partition) {
    return orNot(() -> session.inVain(() -> free(partition))); // others need not wait for a look
  }

  /**
   * Removes it.
   *
   * @param act under which the system remembers it; empty where it has no memory
   * @return empty where nothing was done
   */
  Optional<Expired> drop(Partition partition, Optional<String> act) {
    OptionalLong gone =
        orNot(() -> parts().locked(partition, beside(), () -> dropped(partition, act)));
    return gone.isPresent()
        ? Optional.of(Expired.partition(partition.name(), seed.id(), gone.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong orNot(Supplier<OptionalLong> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      if (e.problems().stream().allMatch(p -> GIVES_UP.contains(p.code()))) {
        return OptionalLong.empty(); // somebody is in the way, or depends on it: row by row then
      }
      throw e;
    }
  }

  private OptionalLong dropped(Partition partition, Optional<String> act) {
    OptionalLong rows = free(partition);
    if (rows.isEmpty()) {
      return rows;
    }
    String figures = Expired.partition(partition.name(), seed.id(), rows.getAsLong()).json();
    boolean atOnce = parts().atOnce();
    act.map(name -> atOnce ? name : intent(name))
        .ifPresent(name -> session.remember(name, rule.digest(), figures));
    if (!atOnce) {
      parts().keep();
    }
    parts().drop(partition, isReferenced());
    if (!atOnce) {
      act.ifPresent(name -> session.remember(name, rule.digest(), figures));
    }
    return rows;
  }

  /** Under which is remembered what is about to be done where that commits by itself. */
  static String intent(String act) {
    return act + "/drop";
  }

  boolean isThere(String partition) {
    return parts().isThere(seed.set(), partition);
  }

  private boolean isReferenced() {
    return graph.structure().references().stream().anyMatch(r -> r.to().equals(seed.set().table()));
  }

  /** Rows of other tables that may point at rows of it, declared or as the data map says. */
  private record Pointer(TableName by, List<String> columns, List<String> key) {}

  private List<Pointer> pointers() {
    List<Pointer> pointers = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (isOf(node)) {
        graph
            .pointers(node)
            .forEach(
                p ->
                    pointers.add(
                        new Pointer(p.pointing().table(), p.pointing().columns(), p.key())));
        graph.edges().stream()
            .filter(e -> e.parent().id().equals(node.id()))
            .forEach(e -> pointers.add(new Pointer(e.child().set().table(), e.columns(), e.key())));
      }
    }
    return pointers.stream().distinct().toList();
  }

  private List<TableName> beside() {
    return pointers().stream().map(Pointer::by).distinct().toList();
  }

  /** Its rows, where all of them may go. */
  private OptionalLong free(Partition partition) {
    owners.rows().look();
    Counted counted = parts().count(seed.set(), partition, rule.kept().keeping());
    boolean stays =
        counted.past() < counted.rows()
            || owners.rows().touch(seed)
            || reach.others(seed).stream().anyMatch(k -> parts().isWanted(seed.set(), partition, k))
            || pointers().stream()
                .anyMatch(p -> parts().isPointedAt(partition, p.key(), p.by(), p.columns()))
            || (owners.any() && (isOwned() || isOfSomebodyOnHold(partition)));
    return stays ? OptionalLong.empty() : OptionalLong.of(counted.rows());
  }

  private boolean isOfSomebodyOnHold(Partition partition) {
    for (Map.Entry<String, Set<String>> word : owners.words(seed).entrySet()) {
      for (String column : word.getValue()) {
        List<String> values = parts().values(seed.set(), partition, column);
        if (values.size() >= Partitions.MANY || owners.isAny(word.getKey(), values)) {
          return true;
        }
      }
    }
    return false;
  }
}
