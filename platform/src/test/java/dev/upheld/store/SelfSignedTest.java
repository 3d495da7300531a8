package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The certificate the server is trusted by. */
class SelfSignedTest {

  @Test
  void theJdkReadsAndVerifiesIt() throws IOException, GeneralSecurityException {
    try (TestHome home = TestHome.empty()) {
      Path file = home.folder().resolve("crt");
      Path key = home.folder().resolve("key");
      SelfSigned.ensure(file, key, home.account());
      X509Certificate certificate = read(file);

      certificate.verify(certificate.getPublicKey());
      certificate.checkValidity();
      assertThat(certificate.getVersion()).isEqualTo(3);
      assertThat(certificate.getSerialNumber()).isPositive();
      assertThat(certificate.getBasicConstraints()).isNotNegative();
      assertThat(certificate.getSubjectAlternativeNames())
          .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
      assertThat(certificate.getNotAfter().toInstant())
          .isAfter(Instant.now().plus(Duration.ofDays(800)));
      assertThat(Files.getPosixFilePermissions(key))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Account.uidOf(key)).isEqualTo(home.account().uid());
    }
  }

  @Test
  void aGoodOneIsKeptAndABrokenOneReplaced() throws IOException, GeneralSecurityException {
    try (TestHome home = TestHome.empty()) {
      Path file = home.folder().resolve("crt");
      Path key = home.folder().resolve("key");
      SelfSigned.ensure(file, key, home.account());
      String first = Files.readString(file);
      SelfSigned.ensure(file, key, home.account());
      assertThat(file).hasContent(first);

      Files.writeString(file, "-----BEGIN CERTIFICATE-----\nrubbish\n");
      SelfSigned.ensure(file, key, home.account());
      assertThat(read(file).getVersion()).isEqualTo(3);

      String second = Files.readString(file);
      Files.delete(key);
      SelfSigned.ensure(file, key, home.account());
      assertThat(Files.readString(file)).isNotEqualTo(second);
    }
  }

  @Test
  void oneThatEndsSoonIsReplaced() throws IOException {
    try (TestHome home = TestHome.empty()) {
      Path file = home.folder().resolve("crt");
      Path key = home.folder().resolve("key");
      Instant now = Instant.now();
      SelfSigned.ensure(file, key, home.account(), now);
      String first = Files.readString(file);
      SelfSigned.ensure(file, key, home.account(), now.plus(Duration.ofDays(790)));
      assertThat(file).hasContent(first);
      SelfSigned.ensure(file, key, home.account(), now.plus(Duration.ofDays(800)));
      assertThat(Files.readString(file)).isNotEqualTo(first);
    }
  }

  /** Known encodings: lengths below and above 127, arcs above 127 (ITU-T X.690, 8.1.3 and 8.19). */
  @Test
  void derFollowsItsSpecification() {
    assertThat(Der.oid("1.2.840.10045.4.3.2"))
        .isEqualTo(new byte[] {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2});
    assertThat(Der.octets(new byte[127])).startsWith(4, 127).hasSize(129);
    assertThat(Der.octets(new byte[128])).startsWith(4, 0x81, 0x80).hasSize(131);
    assertThat(Der.octets(new byte[300])).startsWith(4, 0x82, 1, 0x2C).hasSize(304);
    assertThat(Der.time(Instant.parse("2049-12-31T23:59:59Z")))
        .isEqualTo("\u0018\u000f20491231235959Z".getBytes(StandardCharsets.US_ASCII));
  }

  private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }
}
