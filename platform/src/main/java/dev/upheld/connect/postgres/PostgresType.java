package dev.upheld.connect.postgres;

import dev.upheld.connect.Description;
import java.util.Optional;

/**
 * A type below domains.
 *
 * @param name as in pg_type: {@code int8}
 * @param kind typtype: {@code e} is an enumeration
 * @param category typcategory: {@code A} is an array
 * @param modifier typmod; below 0 when there is none
 */
record PostgresType(String name, String kind, String category, int modifier) {

  Description.Type family() {
    if (category.equals("A")) {
      return Description.Type.ARRAY;
    }
    if (kind.equals("e")) {
      return Description.Type.TEXT;
    }
    return switch (name) {
      case "text", "varchar", "bpchar", "citext", "name", "char", "xml" -> Description.Type.TEXT;
      case "int2", "int4", "int8", "oid" -> Description.Type.WHOLE;
      case "numeric", "float4", "float8", "money" -> Description.Type.DECIMAL;
      case "bool" -> Description.Type.BOOLEAN;
      case "bit" -> modifier == 1 ? Description.Type.BOOLEAN : Description.Type.OTHER;
      case "date" -> Description.Type.DATE;
      case "timestamp" -> Description.Type.TIMESTAMP;
      case "timestamptz" -> Description.Type.TIMESTAMP_WITH_ZONE;
      case "inet", "cidr" -> Description.Type.ADDRESS;
      case "bytea" -> Description.Type.BYTES;
      case "json", "jsonb" -> Description.Type.JSON;
      case "uuid" -> Description.Type.UUID;
      default -> Description.Type.OTHER;
    };
  }

  /** Characters at most; the server counts four more. */
  Optional<Integer> length() {
    boolean counted = name.equals("varchar") || name.equals("bpchar");
    return counted && modifier > 4 ? Optional.of(modifier - 4) : Optional.empty();
  }
}
