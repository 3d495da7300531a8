package dev.upheld.charter.shape;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Asks a shape's reader and its JSON Schema about the same text. */
public final class SchemaAndReader {
  /** What a schema's patterns cannot say. */
  private static final Set<ShapeCode> BEYOND_SCHEMA =
      Set.of(ShapeCode.IMPOSSIBLE_DATE, ShapeCode.TOO_MANY_FAULTS);

  private final Struct root;
  private final Schema schema;

  public SchemaAndReader(Struct root) {
    this.root = root;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchemas.write("urn:test", root));
  }

  /** The tree of a sound YAML text. */
  public static YamlNode tree(String yaml) {
    return ((Document) YamlReader.read("f.yaml", yaml.getBytes(StandardCharsets.UTF_8))).root();
  }

  public List<Problem> problems(YamlNode tree) {
    return ShapeChecker.checkRoot(root, tree).problems();
  }

  public List<String> schemaErrors(YamlNode tree) {
    return schema.validate(YamlJson.of(tree)).stream().map(Object::toString).toList();
  }

  /** The structural faults, which a schema must see as well. */
  public List<Problem> structural(YamlNode tree) {
    return problems(tree).stream()
        .filter(p -> p.code() instanceof ShapeCode code && !BEYOND_SCHEMA.contains(code))
        .toList();
  }
}
