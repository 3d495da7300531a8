package dev.upheld.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param madeAt when
 * @param migrations the scripts that made the tables
 * @param parts the tables, each behind those it points to
 */
record BackupManifest(Instant madeAt, List<String> migrations, List<Part> parts) {
  static final String FILE = "manifest.json";
  static final String SUM = "manifest.sha256";

  private static final int FORM = 1;

  /**
   * A table in a backup.
   *
   * @param table its columns as they were
   * @param rows how many
   * @param sha256 of its content
   */
  record Part(BackupTable table, long rows, String sha256) {}

  BackupManifest {
    migrations = List.copyOf(migrations);
    parts = List.copyOf(parts);
  }

  static String entry(String table) {
    return "tables/" + table + ".copy";
  }

  long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  String text() {
    List<Map<String, Object>> tables = new ArrayList<>();
    for (Part part : parts) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("table", part.table().name());
      one.put("columns", part.table().columns());
      one.put("rows", part.rows());
      one.put("sha256", part.sha256());
      tables.add(one);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("upheld-backup", FORM);
    all.put("made", madeAt.toString());
    all.put("migrations", migrations);
    all.put("tables", tables);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  /**
   * @throws IllegalArgumentException when it is no manifest
   */
  static BackupManifest parse(byte[] text) {
    try {
      JsonNode all = JsonMapper.shared().readTree(text);
      List<Part> parts = new ArrayList<>();
      for (JsonNode one : all.required("tables")) {
        BackupTable table =
            new BackupTable(plain(one.required("table")), texts(one.required("columns")));
        table.columns().forEach(BackupManifest::plain);
        parts.add(
            new Part(table, one.required("rows").asLong(), one.required("sha256").asString()));
      }
      if (all.required("upheld-backup").asInt() != FORM) {
        throw new IllegalArgumentException("another form");
      }
      Instant made = Instant.parse(all.required("made").asString());
      return new BackupManifest(made, texts(all.required("migrations")), parts);
    } catch (JacksonException | java.time.DateTimeException e) {
      throw new IllegalArgumentException("no manifest", e);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> found = new ArrayList<>();
    list.forEach(one -> found.add(one.asString()));
    return found;
  }

  private static String plain(JsonNode name) {
    return plain(name.asString());
  }

  /** Names go into statements. */
  private static String plain(String name) {
    if (!BackupTable.PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException("a name that is none");
    }
    return name;
  }
}
