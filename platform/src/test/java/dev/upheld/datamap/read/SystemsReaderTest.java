package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemsReaderTest {
  private static final Names NAMES =
      new Names(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("shop", "chatline"));

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void workspace() throws IOException {
    root = Files.createDirectory(folder.resolve("privacy"));
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("docs/hosting.md"), "In France.");
    Files.writeString(root.resolve("docs/empty.md"), "");
    Files.writeString(root.resolve("secret"), "s3cret\n");
    Files.writeString(folder.resolve("outside"), "elsewhere");
  }

  private SystemsReader.Result read(String yaml, Map<String, String> variables) {
    References files = References.machine();
    References references =
        new References() {
          @Override
          public Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name));
          }

          @Override
          public Optional<String> file(Path file) {
            return files.file(file);
          }
        };
    return SystemsReader.read(
        root,
        YamlReader.read("systems.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
        references,
        NAMES);
  }

  private static SystemEntry system(SystemsReader.Result result, String id) {
    return Optional.ofNullable(result.systems().get(id)).orElseThrow();
  }

  private static final String WHOLE =
      """
      systems:
        shop-db:
          kind: postgres
          host: env:DB_HOST
          port: env:DB_PORT
          database: shop
          user: upheld
          password: file:secret
          tls: verify-full
          tls-root: docs/hosting.md
          statement-timeout: 30 seconds
          country: FR
          proof: {document: docs/hosting.md, until: 2027-12-31}
          networks: [192.0.2.0/24, "2001:db8::/32"]
          operator: shop
          zone: Europe/Paris
        legacy:
          kind: mysql
          host: 192.0.2.7
          port: 3307
          database: old
          user: env:DB_USER
          password: env:DB_PASSWORD
          proof: {document: docs/empty.md, until: 2027-12-31}
        chat: {kind: partner, country: IE, operator: chatline}
      """;

  private SystemsReader.Result whole() {
    return read(
        WHOLE,
        Map.of("DB_HOST", "db.example", "DB_PORT", "6543", "DB_USER", "u", "DB_PASSWORD", "pw"));
  }

  @Test
  void readsEverySetting() {
    SystemsReader.Result result = whole();
    assertThat(result.faults()).isEmpty();
    SystemEntry shop = system(result, "shop-db");
    Endpoint endpoint = shop.access().orElseThrow();
    assertThat(endpoint.kind()).isEqualTo("postgres");
    assertThat(endpoint.host()).isEqualTo("db.example");
    assertThat(endpoint.port()).isEqualTo(6543);
    assertThat(endpoint.password().reveal()).isEqualTo("s3cret");
    assertThat(endpoint.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(endpoint.options())
        .containsEntry("tls", "verify-full")
        .containsEntry("tls-root", root.resolve("docs/hosting.md").toString());
    assertThat(shop.country()).contains("FR");
    assertThat(shop.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(shop.networks()).hasSize(2);
    assertThat(shop.proof())
        .contains(
            new SystemEntry.CountryProof("docs/hosting.md", LocalDate.of(2027, 12, 31), true));
    assertThat(shop.at().line()).isEqualTo(2);
  }

  @Test
  void fillsInWhatIsLeftOut() {
    SystemsReader.Result result = whole();
    SystemEntry legacy = system(result, "legacy");
    assertThat(legacy.access().orElseThrow().kind()).isEqualTo("mariadb");
    assertThat(legacy.access().orElseThrow().port()).isEqualTo(3307);
    assertThat(legacy.access().orElseThrow().options()).containsEntry("tls", "require");
    assertThat(legacy.access().orElseThrow().statementTimeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(legacy.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(legacy.proof().orElseThrow().present()).isFalse();
    SystemEntry chat = system(result, "chat");
    assertThat(chat.access()).isEmpty();
    assertThat(chat.unreachable()).isEmpty();
  }

  @Test
  void aReferenceThatLeadsNowhereIsNoFaultButMakesTheSystemUnreachable() {
    SystemsReader.Result result =
        read(
            """
            systems:
              shop-db:
                kind: postgres
                host: env:DB_HOST
                port: env:DB_PORT
                database: shop
                user: file:nowhere
                password: env:DB_PASSWORD
            """,
            Map.of("DB_PORT", "many", "DB_PASSWORD", " "));
    assertThat(result.faults()).isEmpty();
    SystemEntry shop = system(result, "shop-db");
    assertThat(shop.access()).isEmpty();
    assertThat(shop.unreachable().orElseThrow().what())
        .contains("DB_HOST (host) is not set")
        .contains("port is no port number")
        .contains("file nowhere (user) is not there")
        .contains("DB_PASSWORD (password) is not set")
        .doesNotContain("many");
  }

  @Test
  void aPasswordNeverStandsInTheFileAndIsNeverRepeated() {
    List<Problem> faults =
        read(
                """
                systems:
                  shop-db: {kind: postgres, host: h, database: d, user: u, password: hunter2}
                """,
                Map.of())
            .faults();
    assertThat(faults).isNotEmpty();
    assertThat(faults.getFirst().where().orElseThrow().line()).isEqualTo(2);
    assertThat(faults.toString()).doesNotContain("hunter2").contains("env:");
  }

  @Test
  void filesStayInsideUnlessTheirPathIsAbsolute() throws IOException {
    Files.createSymbolicLink(root.resolve("way-out"), folder.resolve("outside"));
    String yaml =
        """
        systems:
          shop-db: {kind: postgres, host: h, database: d, user: u, password: "file:%s"}
        """;
    for (String path : List.of("../outside", "docs/../../outside", "way-out")) {
      assertThat(read(yaml.formatted(path), Map.of()).faults())
          .as(path)
          .extracting(p -> p.code().code())
          .containsExactly("reference-outside-workspace");
    }
    SystemsReader.Result absolute = read(yaml.formatted(folder.resolve("outside")), Map.of());
    assertThat(absolute.faults()).isEmpty();
    assertThat(system(absolute, "shop-db").access().orElseThrow().password().reveal())
        .isEqualTo("elsewhere");
  }

  @Test
  void tellsEveryFaultAtItsPlace() {
    assertThat(
            read(
                    """
                    systems:
                      a:
                        kind: postgress
                        country: UK
                        networks: [192.0.2.1/24, 10.0.0.0]
                        operator: shopp
                        zone: Europe/Pariss
                      b:
                        kind: mariadb
                        host: h
                        tls: maybe
                        tls-root: certs/none.pem
                        statement-timeout: soon
                        contry: FR
                    """,
                    Map.of())
                .faults())
        .extracting(p -> p.where().orElseThrow().line() + " " + p.code().code())
        .containsExactlyInAnyOrder(
            "3 unknown-system-kind",
            "4 unknown-country",
            "5 bad-network",
            "5 bad-network",
            "6 unknown-operator",
            "7 unknown-time-zone",
            "8 missing-key",
            "8 missing-key",
            "8 missing-key",
            "11 unknown-choice",
            "12 setting-file-missing",
            "13 malformed",
            "14 unknown-key");
  }

  @Test
  void ownVariablesLieOverThoseOfTheMachine() {
    References references = References.machine().overlaid(Map.of("UPHELD_TEST_ONLY", "mine"));
    assertThat(references.variable("UPHELD_TEST_ONLY")).contains("mine");
    assertThat(references.variable("PATH")).isEqualTo(References.machine().variable("PATH"));
    assertThat(references.file(root.resolve("secret"))).contains("s3cret");
    assertThat(references.file(root)).isEmpty();
  }
}
