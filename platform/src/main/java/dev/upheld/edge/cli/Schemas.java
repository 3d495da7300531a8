package dev.upheld.edge.cli;

import java.util.Map;

/** The JSON Schemas that editors use, by file name. */
final class Schemas {

  private Schemas() {}

  static Map<String, String> all() {
    return dev.upheld.datamap.workspace.Workspaces.schemas();
  }
}
