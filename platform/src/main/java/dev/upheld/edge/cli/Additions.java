package dev.upheld.edge.cli;

import dev.upheld.discover.Addition;
import dev.upheld.edge.cli.Screen.Style;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines that a command adds, or would add, to a data map. */
final class Additions {
  private Additions() {}

  /** As a patch shows them, an empty line after. */
  static void print(Screen screen, Addition addition) {
    screen.out().println(screen.styled(Style.FAINT, "@@ after line " + addition.after() + " @@"));
    addition
        .lines()
        .forEach(l -> screen.out().println(screen.styled(Style.GREEN, "+" + Words.safe(l))));
    screen.out().println();
  }

  /** Into a node of JSON. */
  static void put(ObjectNode node, Addition addition) {
    ArrayNode lines = node.put("after", addition.after()).putArray("lines");
    addition.lines().forEach(lines::add);
  }
}
