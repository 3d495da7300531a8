package dev.upheld.charter.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The schema and the reader say yes and no to the same trees. */
class SchemaAgreementTest {
  private static final long SEED = 41L;
  private static final Location AT = new Location("f.yaml", 1, 1);
  private static final List<String> KEYS =
      List.of(
          "name",
          "size",
          "open",
          "since",
          "soil",
          "tags",
          "owner",
          "beds",
          "plant",
          "parts",
          "kind",
          "height",
          "gardener",
          "other");
  private static final List<String> TEXTS =
      List.of(
          "anne",
          "rose",
          "5",
          "0",
          "501",
          "true",
          "2026-01-01",
          "clay",
          "raised",
          "not-stated",
          "",
          "Tall",
          "3.5",
          "a b",
          "null");

  private final SchemaAndReader garden = new SchemaAndReader(Samples.garden());
  private final Random random = new Random(SEED);
  private int accepted;

  @Test
  void schemaAndReaderAgreeOnRandomTrees() {
    for (int round = 0; round < 20_000; round++) {
      YamlNode tree = mapping(0);
      List<String> bySchema = garden.schemaErrors(tree);
      assertThat(garden.structural(tree).isEmpty())
          .as(
              "seed %d round %d: %s\n%s\n%s",
              SEED, round, YamlJson.of(tree), bySchema, garden.structural(tree))
          .isEqualTo(bySchema.isEmpty());
      accepted += bySchema.isEmpty() ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(100);
  }

  private YamlNode mapping(int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<String> likely = depth == 0 ? KEYS.subList(0, 8) : KEYS.subList(8, 13);
    entries.put(depth == 0 ? "name" : "gardener", firstKey(depth));
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = random.nextInt(12) == 0 ? any(KEYS) : any(likely);
      entries.put(key, new Entry(AT, key, valueOf(key, depth)));
    }
    return new Mapping(AT, entries);
  }

  private Entry firstKey(int depth) {
    String key = depth == 0 ? "name" : "gardener";
    return new Entry(AT, key, new Scalar(AT, "anne", false));
  }

  private YamlNode valueOf(String key, int depth) {
    if (random.nextInt(8) == 0) {
      return any(depth);
    }
    return switch (key) {
      case "beds" -> beds(depth);
      case "parts" -> new Sequence(AT, List.of(mapping(depth + 1)));
      case "tags", "owner" -> list(depth);
      case "size" -> plain("20");
      case "open" -> plain("true");
      case "since" -> plain("2026-01-01");
      case "soil" -> plain("clay");
      case "kind" -> plain(random.nextBoolean() ? "raised" : "flat");
      case "height" -> plain(random.nextBoolean() ? "3" : "tall");
      default -> plain("rose");
    };
  }

  private YamlNode beds(int depth) {
    if (depth > 3) {
      return any(depth);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String key = any(List.of("roses", "herbs", "Trees"));
      entries.put(key, new Entry(AT, key, mapping(depth + 1)));
    }
    return new Mapping(AT, entries);
  }

  private YamlNode any(int depth) {
    return switch (random.nextInt(depth > 3 ? 1 : 3)) {
      case 0 -> new Scalar(AT, any(TEXTS), random.nextBoolean());
      case 1 -> list(depth);
      default -> mapping(depth + 1);
    };
  }

  private YamlNode list(int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      items.add(random.nextInt(4) == 0 ? any(depth + 1) : plain("word-" + i));
    }
    return new Sequence(AT, items);
  }

  private static YamlNode plain(String text) {
    return new Scalar(AT, text, false);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
