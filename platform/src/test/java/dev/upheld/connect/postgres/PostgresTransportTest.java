package dev.upheld.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Encryption: what is told about it, and what it takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTransportTest extends PostgresLab {
  private final TestDatabase strict = Databases.postgresTls().freshDatabase();

  private Endpoint to(TestDatabase database, String host, Map<String, String> options) {
    Endpoint plain = endpoint(database, Duration.ofSeconds(20));
    return new Endpoint(
        plain.kind(),
        host,
        plain.port(),
        plain.database(),
        plain.user(),
        plain.password(),
        options,
        plain.statementTimeout());
  }

  private Answer.TransportFacts facts(Endpoint endpoint) {
    try (Session session = connector().open(system(), endpoint)) {
      return session.ask(new Question.Transport(), Progress.SILENT).answer();
    }
  }

  private static ConnectProblem code(ProblemException problem) {
    return (ConnectProblem) problem.problems().getFirst().code();
  }

  @Test
  void aServerInClearIsFoundOut() {
    Answer.TransportFacts facts = facts(to(database(), "127.0.0.1", Map.of("tls", "off")));
    assertThat(facts.encrypted()).isFalse();
    assertThat(facts.protocol()).isEmpty();
    assertThat(facts.clearRefused()).contains(false);
    assertThat(facts.serverAddress()).contains("127.0.0.1");
  }

  @Test
  void aServerThatRefusesClearIsProvedToDoSo() {
    Answer.TransportFacts facts = facts(to(strict, "127.0.0.1", Map.of("tls", "require")));
    assertThat(facts.encrypted()).isTrue();
    assertThat(facts.protocol()).hasValueSatisfying(p -> assertThat(p).startsWith("TLSv1."));
    assertThat(facts.clearRefused()).contains(true);
  }

  @Test
  void encryptionIsTheDefault() {
    assertThat(facts(to(strict, "127.0.0.1", Map.of())).encrypted()).isTrue();
  }

  @Test
  void theCertificateIsCheckedWhenToldTo() {
    Path root = strict.certificate().orElseThrow();
    Map<String, String> trusting = Map.of("tls", "verify-full", "tls-root", root.toString());
    assertThat(facts(to(strict, "127.0.0.1", trusting)).encrypted()).isTrue();
    assertThatThrownBy(() -> facts(to(strict, "127.0.0.1", Map.of("tls", "verify-full"))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(code(e)).isEqualTo(ConnectProblem.TLS_FAILED));
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    Map<String, String> trusting =
        Map.of("tls", "verify-full", "tls-root", strict.certificate().orElseThrow().toString());
    assertThatThrownBy(() -> facts(to(strict, "127.0.0.2", trusting)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(code(e)).isIn(ConnectProblem.TLS_FAILED, ConnectProblem.SYSTEM_DOWN));
  }

  @Test
  void aClearConnectionThatIsRefusedIsASignInProblem() {
    assertThatThrownBy(() -> facts(to(strict, "127.0.0.1", Map.of("tls", "off"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(code(e)).isEqualTo(ConnectProblem.SIGN_IN_REFUSED));
  }

  @Test
  void theCheckupTellsAboutTheLine() {
    try (Session session = connector().open(system(), to(strict, "127.0.0.1", Map.of()))) {
      assertThat(session.checkup(List.of()).facts())
          .anyMatch(f -> f.contains("encrypted (TLSv1."))
          .anyMatch(f -> f.contains("refuses connections in clear"))
          .anyMatch(f -> f.contains("was not checked"));
    }
  }

  @Test
  void theTrialSaysNothingOfWhatItCannotKnow() {
    Endpoint nobody =
        new Endpoint(
            "postgres",
            "127.0.0.1",
            1,
            "d",
            "u",
            dev.upheld.kernel.Secret.of("p"),
            Map.of(),
            Duration.ofSeconds(1));
    assertThat(new ClearTrial(nobody).refused()).isEmpty();
  }

  @Test
  void theKindIsFoundAmongTheBuiltIn() {
    assertThat(Connectors.builtIn()).extracting(Connector::kind).contains("postgres");
  }
}
