package dev.upheld.datamap.read;

import dev.upheld.charter.shape.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Schemas of {@code systems.yaml} and the data maps, made from their shapes. */
public final class DataMapSchemas {

  private DataMapSchemas() {}

  /** By file name: {@code systems.schema.json}. */
  public static Map<String, String> all() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put(
        "systems.schema.json",
        JsonSchemas.write("urn:upheld:schema:systems:1", SystemsLanguage.systems()));
    schemas.put(
        "datamap.schema.json",
        JsonSchemas.write("urn:upheld:schema:datamap:1", DataMapLanguage.dataMap()));
    return schemas;
  }
}
