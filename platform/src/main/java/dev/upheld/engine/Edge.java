package dev.upheld.engine;

import java.util.List;

/** Rows of one node belong to rows of another. */
record Edge(Node child, List<String> columns, Node parent, List<String> key) {
  Edge {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  boolean sameAs(Edge other) {
    return child.id().equals(other.child.id())
        && parent.id().equals(other.parent.id())
        && columns.equals(other.columns);
  }
}
