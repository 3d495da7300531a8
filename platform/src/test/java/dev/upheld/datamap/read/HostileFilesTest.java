package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the files, the answer is a map or a list of faults. */
class HostileFilesTest {
  private static final Names NAMES =
      new Names(
          Set.of("support"), Set.of("customers"), Set.of("email"), Set.of(), Set.of(), Set.of());

  private static final References NOTHING =
      new References() {
        @Override
        public Optional<String> variable(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<String> file(Path file) {
          return Optional.empty();
        }
      };

  private static final String MAP =
      """
      system: shop-db
      places:
        ticket:
          table: '"a.b".c'
          activity: [support]
          key: [id, shop]
          subject: {customers: id}
          clocks:
            closed: {max: message.sent_at, via: [ticket, shop], else: {of: ticket.x, via: [a, b]}}
            decided: {latest: [a, {column: b, as: epoch-millis}], missing: unknown}
          links: [{via: [a, b], to: ticket, kind: owns}]
          only: {all: [{column: a, in: [1, b]}, {until: c}]}
          fields: {mail: {data: email, end: delete}, other: email}
          technical: [id]
        message: {activity: support, links: {ticket: {to: ticket.id, kind: owns}}}
      ignore: {country: nobody}
      """;

  private static final String SYSTEMS =
      """
      systems:
        a: {kind: postgres, host: env:H, port: 1, database: d, user: u, password: file:a/b, tls: off}
        b: {kind: partner, country: FR, proof: {document: a.md, until: 2027-12-31}, zone: UTC,
            networks: [10.0.0.0/8], statement-timeout: 3 seconds, tls-root: x.pem, operator: shop}
      """;

  @TempDir Path root;

  private List<Problem> map(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return DataMapReader.read("shop-db", YamlReader.read("m.yaml", bytes), NAMES).faults();
  }

  private List<Problem> systems(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return SystemsReader.read(root, YamlReader.read("s.yaml", bytes), NOTHING, NAMES).faults();
  }

  @Test
  void changedFilesNeverBreakTheReader() {
    for (long seed = 0; seed < 1_500; seed++) {
      Random random = new Random(seed);
      String map = changed(MAP, random);
      String systems = changed(SYSTEMS, random);
      Assertions.assertDoesNotThrow(() -> map(map), "seed " + seed);
      Assertions.assertDoesNotThrow(() -> systems(systems), "seed " + seed);
    }
  }

  /** Moves, repeats, drops and swaps words, so that what comes out is often still YAML. */
  private static String changed(String yaml, Random random) {
    List<String> words = new ArrayList<>(List.of(yaml.split("(?<=[^a-z_])|(?=[^a-z_])", -1)));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(words.size());
      int other = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.set(at, words.get(other));
        case 1 -> words.remove(at);
        case 2 -> words.add(at, words.get(other));
        default -> words.set(at, "\"\u0000.\u00e9*&!{[".substring(random.nextInt(6)));
      }
    }
    return String.join("", words);
  }

  @Test
  void longWordsAreJudgedInNoTime() {
    for (String part : List.of("a", "a-", "a.", "\\\".", "a b", ". ", "1", "env:")) {
      String word = part.repeat(100_000 / part.length());
      for (String yaml :
          List.of(
              "{activity: \"%s\"}",
              "{activity: support, table: \"%s\"}",
              "{activity: support, technical: [\"%s\"]}",
              "{activity: support, clocks: {closed: {max: \"%s\", via: a}}}",
              "{activity: support, states: {\"%s\": {column: a, is: true}}}",
              "{activity: support, fields: {a: \"%s\"}}")) {
        String file = "system: shop-db\nplaces: {ticket: " + yaml.formatted(word) + "}\n";
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> map(file), part + " in " + yaml);
      }
      assertThat(systems("systems: {a: {kind: \"" + word + "\", host: \"" + word + "\"}}"))
          .isNotEmpty();
    }
  }
}
