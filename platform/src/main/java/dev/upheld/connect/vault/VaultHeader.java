package dev.upheld.connect.vault;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in clear at the beginning of a file of rows, and cannot be changed without the file
 * no longer opening. Holds no personal data.
 *
 * @param file names it
 * @param table as the data map names it
 * @param from whence the rows come
 * @param columns of each row
 * @param key those of them that name a row
 * @param zone in which times without one are read
 * @param replaces the file whose rows it takes over, without those that went; then it has no act
 */
public record VaultHeader(
    UUID file,
    String table,
    From from,
    List<Column> columns,
    List<String> key,
    ZoneId zone,
    Optional<UUID> replaces) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORM = 1;

  public VaultHeader {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /**
   * Whence rows come.
   *
   * @param system its id
   * @param rule that moved them
   * @param act under which that system remembers it, where it was done
   */
  public record From(String system, String rule, String act) {}

  /** A column and what family its type is of. */
  public record Column(String name, Description.Type type) {}

  /** An instant as a column of that type would hold it. */
  public static String written(
      Instant at, Description.Type type, Clock.Reading reading, ZoneId zone) {
    return Moments.text(at, type, reading, zone);
  }

  byte[] json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("form", FORM);
    node.put("file", file.toString());
    node.put("table", table);
    node.put("system", from.system());
    node.put("rule", from.rule());
    node.put("act", from.act());
    node.put("zone", zone.getId());
    replaces.ifPresent(old -> node.put("replaces", old.toString()));
    var names = node.putArray("columns");
    columns.forEach(c -> names.addObject().put("name", c.name()).put("type", c.type().name()));
    var keys = node.putArray("key");
    key.forEach(keys::add);
    return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws Unreadable where it is no header
   */
  static VaultHeader of(byte[] json) throws Unreadable {
    try {
      JsonNode node = JSON.readTree(json);
      if (node.path("form").asInt(0) != FORM) {
        throw new Unreadable("it is of a form that is not known here");
      }
      List<Column> columns = new ArrayList<>();
      for (JsonNode c : node.get("columns")) {
        columns.add(
            new Column(
                c.get("name").asString(), Description.Type.valueOf(c.get("type").asString())));
      }
      List<String> key = new ArrayList<>();
      node.get("key").forEach(k -> key.add(k.asString()));
      return new VaultHeader(
          UUID.fromString(node.get("file").asString()),
          node.get("table").asString(),
          new From(
              node.get("system").asString(),
              node.get("rule").asString(),
              node.get("act").asString()),
          columns,
          key,
          ZoneId.of(node.get("zone").asString()),
          Optional.of(node.path("replaces").asString(""))
              .filter(s -> !s.isEmpty())
              .map(UUID::fromString));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException e) {
      throw new Unreadable("it does not begin as a file of rows does");
    }
  }
}
