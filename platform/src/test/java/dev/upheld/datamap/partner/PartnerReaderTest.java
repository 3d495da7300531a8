package dev.upheld.datamap.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.shape.SchemaAndReader;
import dev.upheld.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a partner is read strictly, and every fault has its place. */
class PartnerReaderTest {
  private static final String STRIPE = stripe();

  private static String stripe() {
    try (InputStream in =
        Objects.requireNonNull(Partners.class.getResourceAsStream("stripe.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PartnerReader.Result read(String text) {
    return PartnerReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void stripesOwnFileIsSoundAndSaysWhatStays() {
    PartnerReader.Result result = read(STRIPE);

    assertThat(result.faults()).isEmpty();
    Partner stripe = result.partner().orElseThrow();
    assertThat(stripe.address()).hasToString("https://api.stripe.com");
    assertThat(stripe.records()).allMatch(r -> r.stays().isPresent());
    assertThat(stripe.person().erase()).isEqualTo(new Partner.Erase(false, "/v1/customers/{id}"));
  }

  @Test
  void theExampleOfThePageIsSound() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path file = Path.of("docs", "partners.md");
    Path page = Files.exists(here.resolve(file)) ? here.resolve(file) : here.resolveSibling(file);
    String text = Files.readString(page);
    int from = text.indexOf("```yaml partner\n") + "```yaml partner\n".length();
    PartnerReader.Result result = read(text.substring(from, text.indexOf("```", from)));

    assertThat(result.faults()).isEmpty();
    assertThat(result.partner().orElseThrow().id()).isEqualTo("acme");
  }

  @Test
  void theSchemaForEditorsAgrees() {
    SchemaAndReader both = new SchemaAndReader(PartnerLanguage.partner());
    assertThat(both.schemaErrors(SchemaAndReader.tree(STRIPE))).isEmpty();
    String faulty = STRIPE.replace("kind: bearer", "kind: token").replace("same: email, ", "");
    assertThat(both.schemaErrors(SchemaAndReader.tree(faulty))).isNotEmpty();
    assertThat(both.structural(SchemaAndReader.tree(faulty))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://api.stripe.com      | http://api.stripe.com        | partner-address | 4
          https://api.stripe.com      | https://a@b.example          | partner-address | 4
          https://api.stripe.com      | https://b.example?x=1        | partner-address | 4
          kind: bearer                | kind: header                 | missing-key     | 5
          Stripe-Version: "2024-06-20"| Authorization: "Bearer sk_1" | partner-header  | 6
          Stripe-Version: "2024-06-20"| Host: "b.example"            | partner-header  | 6
          Stripe-Version: "2024-06-20"| X: "a\\r\\nHost: b"          | malformed       | 6
          per-second: 15              | per-second: 0                | out-of-range    | 9
          tries: 5                    | tries: 500                   | out-of-range    | 9
          after: starting_after, id: id | id: id                     | key-combination | 10
          get: /v1/customers/{id}     | get: /v1/customers           | partner-path    | 15
          get: /v1/customers, with    | get: "/v1/customers/{id}", with | partner-path | 19
          delete: "/v1/customers/{id}"| delete: /v1/customers        | partner-path    | 20
          delete: "/v1/customers/{id}"| delete: "/v1/../{id}"        | malformed       | 20
          status: 404                 | status: 500                  | out-of-range    | 23
          payment-method:             | customer:                    | misnamed-partner| 40
          """)
  void faultsAreToldAtTheirPlace(String sound, String faulty, String code, int line) {
    assertThat(STRIPE).contains(sound);
    PartnerReader.Result result =
        read(
            STRIPE.replaceFirst(
                java.util.regex.Pattern.quote(sound),
                java.util.regex.Matcher.quoteReplacement(faulty)));

    assertThat(result.partner()).isEmpty();
    assertThat(result.faults())
        .anySatisfy(
            p -> {
              assertThat(p.code().code()).isEqualTo(code);
              assertThat(p.where().orElseThrow().line()).isEqualTo(line);
            });
  }

  @Test
  void damagedFilesNeverThrow() {
    Random random = new Random(11);
    byte[] sound = STRIPE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = sound.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      PartnerReader.Result result = PartnerReader.read("p.yaml", bytes);
      assertThat(result.partner().isPresent()).isEqualTo(result.faults().isEmpty());
      assertThat(result.faults()).allMatch(p -> p.where().isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "partner: stripe", "&a [*a, *a]", "{partner: [[[[[[]]]]]]}"})
  void littleIsNotEnough(String text) {
    assertThat(read(text).faults()).isNotEmpty();
  }

  @Test
  void depthAndSizeHaveAnEnd() {
    assertThat(read("[".repeat(100_000)).faults()).isNotEmpty();
    assertThat(read("title: " + "a".repeat(20_000_000)).faults()).isNotEmpty();
    assertThat(read(STRIPE.replace("/v1/charges", "/a".repeat(1_000_000))).faults()).isNotEmpty();
  }

  @Test
  void aWorkspaceMayBringItsOwn(@TempDir Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve(Partners.FOLDER));
    Files.writeString(
        folder.resolve("acme.yaml"), STRIPE.replace("partner: stripe", "partner: acme"));
    Files.writeString(folder.resolve("stripe.yaml"), STRIPE.replace("tries: 5", "tries: 2"));
    Partners.Known known = Partners.in(root);

    assertThat(known.faults()).isEmpty();
    assertThat(known.partners()).containsOnlyKeys("acme", "stripe");
    assertThat(Objects.requireNonNull(known.partners().get("stripe")).pace().tries()).isEqualTo(2);

    Files.writeString(folder.resolve("other.yaml"), STRIPE);
    List<Problem> faults = Partners.in(root).faults();
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().toString()).contains("packs/partners/other.yaml", "stripe.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example",
        "https://a.example:8443/api/",
        "http://127.0.0.1:80",
        "http://[::1]:1",
        "http://localhost:12111"
      })
  void addresses(String text) {
    assertThat(PartnerAddress.of(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example",
        "http://a.example",
        "ftp://a.example",
        "https://",
        "https:///x",
        "https://a b.example",
        "https://a.example/?q",
        "https://a.example/#f",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example",
        "https://a_b",
        "https://[::1"
      })
  void noAddresses(String text) {
    assertThat(PartnerAddress.of(text)).isEmpty();
  }
}
