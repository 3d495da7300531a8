package dev.upheld.datamap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.Names;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The canonical text of a place is the same for the same links however they are written, and
 * another for other links: written lines here, so that reader and text are held to it together.
 */
class RemoteLinksPropertyTest {
  private static final int ROUNDS = 400;
  private static final List<String> COLUMNS = List.of("a", "b c", "é", "d/e", "f.g", "h\"i", "id");
  private static final List<String> KINDS = List.of("owns", "shared", "mentions");

  /** A link as people mean it. */
  private record Meant(List<String> via, String system, String place, List<String> key, int kind) {}

  private static final Names NAMES =
      new Names(Set.of("support"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  @Test
  void sameMeaningSameTextOtherMeaningOtherText() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Meant> links = links(random);
      List<Meant> shuffled = new ArrayList<>(links);
      Collections.shuffle(shuffled, random);
      String text = canonical(listed(links, random));
      assertThat(canonical(listed(shuffled, random))).as("seed " + seed).isEqualTo(text);
      if (canBeKeyed(links)) {
        assertThat(canonical(keyed(shuffled, random))).as("seed " + seed).isEqualTo(text);
      }
      int at = random.nextInt(links.size());
      List<Meant> other = new ArrayList<>(links);
      other.set(at, changed(links.get(at), random));
      if (!Set.copyOf(other).equals(Set.copyOf(links))) {
        assertThat(canonical(listed(other, random))).as("seed " + seed).isNotEqualTo(text);
      }
      List<Meant> fewer = new ArrayList<>(links);
      fewer.remove(at);
      assertThat(canonical(listed(fewer, random))).as("seed " + seed).isNotEqualTo(text);
    }
  }

  /** Evidence gained before there were such links goes on to count. */
  @Test
  void aPlaceWithoutSuchLinksReadsAsBefore() {
    assertThat(canonical("    links: {a: {to: p.id, kind: owns}}\n"))
        .contains("links=[Link{")
        .doesNotContain("elsewhere")
        .doesNotContain("RemoteLink");
  }

  private static List<Meant> links(Random random) {
    Set<Meant> links = new HashSet<>();
    int number = 1 + random.nextInt(4);
    while (links.size() < number) {
      int width = 1 + random.nextInt(2);
      links.add(
          new Meant(
              columns(random, width),
              List.of("", "billing", "crm").get(random.nextInt(3)),
              List.of("p", "Q_q").get(random.nextInt(2)),
              columns(random, width),
              random.nextInt(3)));
    }
    return List.copyOf(links);
  }

  private static List<String> columns(Random random, int number) {
    List<String> all = new ArrayList<>(COLUMNS);
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, number));
  }

  private static Meant changed(Meant m, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Meant(m.via(), m.system(), m.place(), m.key(), (m.kind() + 1) % 3);
      case 1 ->
          new Meant(m.via(), m.system().equals("crm") ? "" : "crm", m.place(), m.key(), m.kind());
      case 2 ->
          new Meant(m.via(), m.system(), m.place().equals("p") ? "Q_q" : "p", m.key(), m.kind());
      default ->
          new Meant(m.via(), m.system(), m.place(), columns(random, m.via().size()), m.kind());
    };
  }

  private static boolean canBeKeyed(List<Meant> links) {
    return links.stream().allMatch(l -> l.via().size() == 1)
        && links.stream().map(Meant::via).distinct().count() == links.size();
  }

  private static String listed(List<Meant> links, Random random) {
    return links.isEmpty()
        ? ""
        : links.stream()
            .map(
                l ->
                    "      - {via: %s, %skind: %s}\n"
                        .formatted(list(l.via()), target(l, random), KINDS.get(l.kind())))
            .collect(Collectors.joining("", "    links:\n", ""));
  }

  private static String keyed(List<Meant> links, Random random) {
    return links.stream()
        .map(
            l ->
                "      %s: {kind: %s, to: %s}\n"
                    .formatted(
                        quoted(l.via().getFirst()), KINDS.get(l.kind()), quoted(dotted(l, random))))
        .collect(Collectors.joining("", "    links:\n", ""));
  }

  private static String target(Meant link, Random random) {
    boolean dotted = link.key().size() == 1 && random.nextBoolean();
    return dotted
        ? "to: %s, ".formatted(quoted(dotted(link, random)))
        : "key: %s, to: %s, ".formatted(list(link.key()), quoted(owner(link)));
  }

  private static String owner(Meant link) {
    return (link.system().isEmpty() ? "" : link.system() + "/") + link.place();
  }

  /** With the quotes a part needs, and sometimes with those it does not. */
  private static String dotted(Meant link, Random random) {
    String column = link.key().getFirst();
    boolean needs = column.contains(".") || column.contains("\"");
    String part = needs || random.nextBoolean() ? '"' + column.replace("\"", "\"\"") + '"' : column;
    return owner(link) + "." + part;
  }

  private static String list(List<String> columns) {
    return columns.stream()
        .map(RemoteLinksPropertyTest::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String canonical(String links) {
    String yaml =
        "system: s\nplaces:\n"
            + IntStream.range(0, 2)
                .mapToObj(i -> "  " + List.of("p", "Q_q").get(i) + ": {activity: support}\n")
                .collect(Collectors.joining())
            + "  here:\n    activity: support\n"
            + links;
    DataMapReader.Result result =
        DataMapReader.read(
            "s", YamlReader.read("datamap/s.yaml", yaml.getBytes(StandardCharsets.UTF_8)), NAMES);
    assertThat(result.faults()).as(yaml).isEmpty();
    return CanonicalText.of(requireNonNull(result.places().get("here")));
  }
}
