package dev.upheld.store;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/**
 * A certificate for our own server on this machine (RFC 5280), which clients trust by its file. It
 * is made here because a Java runtime need not come with keytool.
 */
final class SelfSigned {
  private static final Duration VALID = Duration.ofDays(825);
  private static final Duration RENEW = Duration.ofDays(30);
  private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ALTERNATIVE_NAMES = "2.5.29.17";
  private static final String CONSTRAINTS = "2.5.29.19";

  private SelfSigned() {}

  /** Makes certificate and key when there are none or they soon run out. */
  static void ensure(Path certificate, Path key, Account reader) {
    ensure(certificate, key, reader, Instant.now());
  }

  static void ensure(Path certificate, Path key, Account reader, Instant now) {
    boolean good =
        Files.exists(key)
            && expiry(certificate).filter(end -> end.isAfter(now.plus(RENEW))).isPresent();
    if (good) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Disk.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), "rw-------");
      reader.own(key);
      Disk.write(certificate, pem("CERTIFICATE", certificate(pair, now)), "rw-r--r--");
    } catch (GeneralSecurityException e) {
      throw StoreProblem.START.because(
          "This Java runtime cannot make a certificate for the server.",
          "Use a full Java 25 runtime, or start without TLS.",
          e);
    }
  }

  private static Optional<Instant> expiry(Path certificate) {
    return Disk.read(certificate)
        .flatMap(
            text -> {
              try {
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                X509Certificate parsed =
                    (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
                return Optional.of(parsed.getNotAfter()).map(Date::toInstant);
              } catch (GeneralSecurityException e) {
                return Optional.empty();
              }
            });
  }

  private static byte[] certificate(KeyPair pair, Instant now) throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
    byte[] body = body(pair, now, algorithm);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(body);
    return Der.sequence(body, algorithm, Der.bits(signature.sign()));
  }

  private static byte[] body(KeyPair pair, Instant now, byte[] algorithm) {
    byte[] name =
        Der.sequence(
            Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text("Upheld embedded PostgreSQL"))));
    byte[] validity =
        Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(VALID)));
    byte[] version3 = Der.of(0xA0, Der.integer(BigInteger.TWO));
    return Der.sequence(
        version3,
        Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
        algorithm,
        name,
        validity,
        name,
        pair.getPublic().getEncoded(),
        Der.of(0xA3, extensions()));
  }

  /**
   * Valid for 127.0.0.1 and localhost; an authority only for itself, so that it can be trusted as
   * is.
   */
  private static byte[] extensions() {
    byte[] names =
        Der.sequence(
            Der.of(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
            Der.of(0x87, new byte[] {127, 0, 0, 1}));
    return Der.sequence(
        Der.sequence(Der.oid(ALTERNATIVE_NAMES), Der.octets(names)),
        Der.sequence(Der.oid(CONSTRAINTS), Der.yes(), Der.octets(Der.sequence(Der.yes()))));
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
