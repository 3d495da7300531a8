package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description;
import java.util.Optional;

/**
 * A type.
 *
 * @param name as in DATA_TYPE: {@code int}
 * @param written as in COLUMN_TYPE: {@code int(10) unsigned}
 * @param most CHARACTER_MAXIMUM_LENGTH; empty where it has none
 */
record MariaDbType(String name, String written, Optional<Long> most) {

  static final String DOCUMENT = "json";

  Description.Type family() {
    return switch (name) {
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
          Description.Type.TEXT;
      case "tinyint" ->
          written.startsWith("tinyint(1)") ? Description.Type.BOOLEAN : Description.Type.WHOLE;
      case "smallint", "mediumint", "int", "bigint", "year" -> Description.Type.WHOLE;
      case "decimal", "float", "double" -> Description.Type.DECIMAL;
      case "bit" -> written.equals("bit(1)") ? Description.Type.BOOLEAN : Description.Type.OTHER;
      case "date" -> Description.Type.DATE;
      case "datetime" -> Description.Type.TIMESTAMP;
      case "timestamp" -> Description.Type.TIMESTAMP_WITH_ZONE;
      case "inet4", "inet6" -> Description.Type.ADDRESS;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          Description.Type.BYTES;
      case DOCUMENT -> Description.Type.JSON;
      case "uuid" -> Description.Type.UUID;
      default -> Description.Type.OTHER;
    };
  }

  /** Characters or bytes at most, where that says something. */
  Optional<Integer> length() {
    boolean bounded = name.endsWith("char") || name.endsWith("binary");
    return most.filter(m -> bounded).map(Long::intValue);
  }
}
