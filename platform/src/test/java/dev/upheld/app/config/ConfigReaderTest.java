package dev.upheld.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upheld.app.config.ConfigReader.Sources;
import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from file, environment and command line; what is wrong refuses the start. */
class ConfigReaderTest {
  @TempDir Path folder;

  private ServerConfig read(String file, Map<String, String> env, Map<String, String> options) {
    try {
      Files.writeString(folder.resolve("server.yaml"), file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ConfigReader.read(
        new Sources(Optional.of(Path.of("server.yaml")), folder, env, options),
        References.machine().overlaid(env));
  }

  private List<Problem> problems(String file) {
    return catchThrowableOfType(ProblemException.class, () -> read(file, Map.of(), Map.of()))
        .problems();
  }

  @Test
  void withoutAnySettingTheServerIsForThisMachine() {
    ServerConfig config =
        ConfigReader.read(
            new Sources(Optional.empty(), folder, Map.of(), Map.of()), References.machine());
    assertThat(config.web().address()).isEqualTo("127.0.0.1");
    assertThat(config.web().port()).isEqualTo(8787);
    assertThat(config.web().https()).isFalse();
    assertThat(config.web().trustedProxies()).isEmpty();
    assertThat(config.sessions().idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.store()).isEmpty();
    assertThat(config.mail()).isEmpty();
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheCommandLineOverBoth() {
    String file = "listen: {port: 1111}\nsession: {idle: 5 minutes}\n";
    Map<String, String> env = Map.of("UPHELD_LISTEN_PORT", "2222");
    assertThat(read(file, Map.of(), Map.of()).web().port()).isEqualTo(1111);
    assertThat(read(file, env, Map.of()).web().port()).isEqualTo(2222);
    assertThat(read(file, env, Map.of("listen.port", "3333")).web().port()).isEqualTo(3333);
    assertThat(read(file, env, Map.of()).sessions().idle()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void secretsComeFromWhereTheReferencePoints() throws IOException {
    Files.writeString(folder.resolve("run.secret"), "from-a-file\n");
    ServerConfig config =
        read(
            """
            store:
              url: jdbc:postgresql://db.example:5432/upheld
              owner-password: env:OWNER_SECRET
              run-password: file:run.secret
            """,
            Map.of("OWNER_SECRET", "from-a-variable"),
            Map.of());
    assertThat(config.store()).isPresent();
    assertThat(config.store().get().ownerPassword().reveal()).isEqualTo("from-a-variable");
    assertThat(config.store().get().runPassword().reveal()).isEqualTo("from-a-file");
    assertThat(config.toString()).doesNotContain("from-a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lisen: {port: 1}|config-unknown-setting",
        "listen: {prot: 1}|config-unknown-setting",
        "listen: {port: many}|config-bad-value",
        "listen: {port: 65536}|config-bad-value",
        "listen: [1]|config-bad-value",
        "listen: {port: {a: 1}}|config-bad-value",
        "session: {idle: soon}|config-bad-value",
        "session: {idle: 2 days}|config-bad-value",
        "public-url: https://a.example/path|config-bad-value",
        "public-url: javascript:alert(1)|config-bad-value",
        "mail: {password: hunter2hunter2}|config-bad-value",
        "mail: {host: mail.example}|config-missing",
        "mail: {host: mail.example, from: a@b.example, encryption: none}|config-unsafe",
        "store: {url: 'jdbc:postgresql://h/d', owner-password: 'env:NO_SUCH_VARIABLE_HERE', run-password: 'env:NO_SUCH_VARIABLE_HERE'}|config-bad-reference",
        "alerts: {mail: DPO <dpo@a.example>}|config-bad-value",
        "alerts: {mail: 'a@a.example, b@b.example'}|config-bad-value",
        "alerts: {mail: dpo@}|config-bad-value",
        "listen: {address: 0.0.0.0}|config-unsafe",
        "{listen: {address: 0.0.0.0}, public-url: 'http://privacy.example'}|config-unsafe"
      })
  void refusesWhatIsWrong(String file, String code) {
    assertThat(problems(file)).extracting(p -> p.code().code()).contains(code);
  }

  @Test
  void saysWhereAndNeverWhatWasWritten() {
    assertThat(problems("mail:\n  password: hunter2hunter2\n").getFirst())
        .satisfies(
            p -> {
              assertThat(p.where()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(2));
              assertThat(p.toString()).doesNotContain("hunter2");
            });
  }

  @Test
  void showsEveryFaultAtOnce() {
    assertThat(problems("listen: {port: many}\nsession: {idle: soon}\nnonsense: 1\n")).hasSize(3);
  }

  @Test
  void anAddressForOthersNeedsHttps() {
    ServerConfig config =
        read(
            "listen: {address: 0.0.0.0}\npublic-url: https://privacy.example\n",
            Map.of(),
            Map.of());
    assertThat(config.web().https()).isTrue();
  }

  @Test
  void theReferencePageIsWhatTheCodeSays() throws IOException {
    Path page = Path.of("..", "docs", "reference", "configuration.md");
    String written =
        "<!-- Generated from the settings in the code; a test holds it and, with"
            + " -Dupheld.docs.write=true, writes it. -->\n\n"
            + ConfigPage.write();
    if (Boolean.getBoolean("upheld.docs.write")) {
      Files.writeString(page, written);
    }
    assertThat(Files.readString(page)).isEqualTo(written);
  }
}
