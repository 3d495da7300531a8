package dev.upheld.datamap.values;

import static dev.upheld.datamap.values.PasswordHash.Strength.FAST_SALTED;
import static dev.upheld.datamap.values.PasswordHash.Strength.NONE;
import static dev.upheld.datamap.values.PasswordHash.Strength.PLAIN;
import static dev.upheld.datamap.values.PasswordHash.Strength.SLOW_SALTED;
import static dev.upheld.datamap.values.PasswordHash.Strength.UNSALTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes were made by libxcrypt, hashlib and the published examples of each format. */
class PasswordHashTest {
  private static final String CRYPT64 =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e bcrypt",
        "$2a$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2 bcrypt",
        "$2y$10$abcdefghijklmnopqrstuu23JPZtHcGhwXSF41f93o/7vBdDut3Xu bcrypt",
        "$2x$10$abcdefghijklmnopqrstuu23JPZtHcGhwXSF41f93o/7vBdDut3Xu bcrypt",
        "{bcrypt}$2a$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2 bcrypt",
        "{CRYPT}$2y$10$abcdefghijklmnopqrstuu23JPZtHcGhwXSF41f93o/7vBdDut3Xu bcrypt",
        "{BLF-CRYPT}$2y$10$abcdefghijklmnopqrstuu23JPZtHcGhwXSF41f93o/7vBdDut3Xu bcrypt",
        "bcrypt_sha256$$2b$12$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e bcrypt",
        "bcrypt$$2b$12$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e bcrypt",
        "$wp$2y$10$abcdefghijklmnopqrstuu23JPZtHcGhwXSF41f93o/7vBdDut3Xu bcrypt",
        "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2 bcrypt",
        "$argon2id$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno argon2",
        "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ argon2",
        "$argon2d$v=16$m=4096,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ argon2",
        "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdHNhbHRzYWx0c2FsdA$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ argon2",
        "{argon2@SpringSecurity_v5_8}$argon2id$v=19$m=16384,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno argon2",
        "{ARGON2}$argon2id$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno argon2",
        "pbkdf2_sha256$260000$saltsaltsaltsalt$J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A= pbkdf2",
        "$pbkdf2-sha256$29000$c2FsdHNhbHRzYWx0c2FsdA$J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A pbkdf2",
        "pbkdf2:sha256:260000$saltsaltsalt$5ad2bd3dda47f2f58376750557515204befa64757eb1217fa7ed21b7deba8db4 pbkdf2",
        "{PBKDF2-SHA256}10000$c2FsdHNhbHRzYWx0c2FsdA$J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A pbkdf2",
        "{PBKDF2}$1$saltsaltsalt$5000$5ad2bd3dda47f2f58376750557515204befa6475 pbkdf2",
        "{pbkdf2}73616c7473616c7427c7e54a3bacc6deb09a819d0ddc63757a6c1728ce26170c9bbe55259cdbbf70 pbkdf2",
        "{PKCS5S2}c2FsdHNhbHRzYWx0c2FsdCfH5Uo7rMbesJqBnQ3cY3V6bBcoziYXDJu+VSWc279w pbkdf2",
        "AQAAAAEAACcQAAAAEHNhbHRzYWx0c2FsdHNhbHQnx+VKO6zG3rCagZ0N3GN1emwXKM4mFwybvlUlnNu/cA== pbkdf2",
        "AHNhbHRzYWx0c2FsdHNhbHQnx+VKO6zG3rCagZ0N3GN1emwXKM4mFwybvlUlnNu/cA== pbkdf2",
        "SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0c2FsdA==$J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A=:J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A= scram",
        "$scrypt$ln=14,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$WtK9PdpH8vWDdnUFV1FSBL76ZHV.sSF/p.0ht966jbQ scrypt",
        "{scrypt}$e0801$c2FsdHNhbHRzYWx0c2FsdA==$WtK9PdpH8vWDdnUFV1FSBL76ZHV+sSF/p+0ht966jbQ= scrypt",
        "$s0$e0801$c2FsdHNhbHRzYWx0c2FsdA==$WtK9PdpH8vWDdnUFV1FSBL76ZHV+sSF/p+0ht966jbQ= scrypt",
        "$7$CU..../....saltsalt$4rn3uYfhV6KXd7ZnBH7frr3TnK3NA0.7qzYU/winIq2 scrypt",
        "scrypt$16384$saltsaltsaltsalt$8$1$WtK9PdpH8vWDdnUFV1FSBL76ZHV+sSF/p+0ht966jbQ= scrypt",
        "scrypt:32768:8:1$saltsaltsaltsalt$5ad2bd3dda47f2f58376750557515204befa64757eb1217fa7ed21b7deba8db4 scrypt",
        "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$PmNgGTLMFjJn.URBv11CpTEm5RwlKtPjRtztKe6.b33 yescrypt",
        "$gy$j9T$saltsalt1234$ojLRh/AaYUTR6/mdQgJ3NdXGc2qh4uRAbjAUMn6hFl5 yescrypt",
        "$5$saltstring$vc6YOOogU4kWVvwga8e9zTFgKcy4tb5LaPxIiPJzqEC sha-crypt",
        "$5$rounds=1000$abc$/cRuvrIiQqQvcPwD.a/LO47x90cA9f8oqYBouKihds1 sha-crypt",
        "$6$saltstring$.r0X7ub5wGR2v4Xz7svCIozfnlorFh19V89t8KC9Umd81uGhFgsyTRNyzQDXDIm17fFcR9z3z7oBNdsyYBbtm/ sha-crypt",
        "$6$rounds=10000$saltsalt$EMCAJaVdD8QpgIn1w2Sq1C8/BIypyMaemdjCDgDu8NxiKn5cVOzQe8ZMNovWPPitzBG6NZOSXfpu45VIxD1OF0 sha-crypt",
        "!$5$saltstring$vc6YOOogU4kWVvwga8e9zTFgKcy4tb5LaPxIiPJzqEC sha-crypt",
        "$sha1$24680$saltsalt$Dc/t9VBo9SePi6LtknLfd9OgYTVC sha1-crypt",
        "$S$DmLL.vPuTZjMQvlvbBnR0uUgbmGhcBBAdVcGBsOkIJ1lnv1WTqVF drupal",
        "{\"value\":\"/Q7AfL0nGmdzhQbTLYTrXo7kqZ7S5VqMh3uSgtPzk8w=\",\"salt\":\"7pyXx2DRYI0zKYqZkBRoqw==\",\"additionalParameters\":{}} keycloak",
        "{\"value\":\"/Q7AfL0nGmdzhQbTLYTrXo7kqZ7S5VqMh3uSgtPzk8w=\",\"salt\":\"7pyXx2DRYI0zKYqZkBRoqw==\"} keycloak"
      })
  void slowAndSalted(String stored, String format) {
    assertThat(PasswordHash.ofText(stored)).isEqualTo(new PasswordHash.Found(SLOW_SALTED, format));
    assertThat(PasswordHash.ofText(stored + "    ").strength()).isEqualTo(SLOW_SALTED);
    assertThat(PasswordHash.ofBytes(stored.getBytes(StandardCharsets.UTF_8)).strength())
        .isEqualTo(SLOW_SALTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{SSHA}awc/Cj0kafyFd5d8fGn07xoHBJJzYWx0c2FsdA==",
        "$1$saltsalt$NuzA7WTAelpl95xgBGWN60",
        "$apr1$saltsalt$NuzA7WTAelpl95xgBGWN60",
        "$md5,rounds=904$saltsalt$PCUUrFgS8jNAR7rcjvOK8/",
        "{CRYPT}abhfCpXqd4GrI",
        "$P$B12345678L6Lpt4BxNotVIMILOa9u81",
        "3cb4e732631f47e6eb961f34554b7cde:saltsalt",
        "saltsalt:3cb4e732631f47e6eb961f34554b7cde",
        "sha1$saltsalt$2fbe5352" + "3b62abc141a2b4d6019d23cba835dbd0",
        "md5$saltsalt$3cb4e732631f47e6eb961f34554b7cde",
        "{SHA-256}{saltsalt}4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631",
        "md53cb4e732631f47e6eb961f34554b7cde",
        "pbkdf2_sha256$10$saltsaltsaltsalt$J8flSjusxt6wmoGdDdxjdXpsFyjOJhcMm75VJZzbv3A=",
        "$scrypt$ln=2,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$WtK9PdpH8vWDdnUFV1FSBL76ZHV.sSF/p.0ht966jbQ"
      })
  void saltedButFast(String stored) {
    assertThat(PasswordHash.ofText(stored).strength()).isEqualTo(FAST_SALTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3cb4e732631f47e6eb961f34554b7cde",
        "3CB4E732631F47E6EB961F34554B7CDE",
        "4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631",
        "sha256:4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631",
        "md5$$3cb4e732631f47e6eb961f34554b7cde",
        "{SHA}L55TUjtiq8FBorTWAZ0jy6g129A=",
        "{MD5}POTnMmMfR+brlh80VUt83g==",
        "L55TUjtiq8FBorTWAZ0jy6g129A=",
        "*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19",
        "$3$$cfc43211ba8dc470832267827cac1407",
        "$6$$6LUofpTKYGJWmsxkYcfhDE9wD283B.yVCb5N1sauapb401RaE4WCRGITJhyCTMm1Vn0P9o4AW6q0BRXpOJZc9.",
        "$1$$IfI/mw4YSCwcQoW.D.DSu1",
        "{SSHA}L55TUjtiq8FBorTWAZ0jy6g129A="
      })
  void withoutSalt(String stored) {
    assertThat(PasswordHash.ofText(stored).strength()).isEqualTo(UNSALTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "correct horse battery staple",
        "{noop}hunter2",
        "{bcrypt}hunter2",
        "{unknown}$2a$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2",
        "!secret",
        "x",
        "MyPassword123",
        "$2a$03$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2",
        "$2a$32$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2",
        "$2a$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK",
        "$2a$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK22",
        "$2c$12$abcdefghijklmnopqrstuuFDJRuYeKkCzo3Wy7h8SxhBSHBAHiPK2",
        "{\"value\":\"/Q7AfL0nGmdzhQbTLYTrXo7kqZ7S5VqMh3uSgtPzk8w=\",\"salt\":\"\"}",
        "{\"value\":\"/Q7AfL0nGmdzhQbTLYTrXo7kqZ7S5VqMh3uSgtPzk8w=\"}",
        "{\"value\":\"X03MO1qnZdYdgyfeuILPmQ==\",\"salt\":\"7pyXx2DRYI0zKYqZkBRoqw==\"}",
        "{\"value\":\"correct horse battery staple and some more words\",\"salt\":\"7pyXx2DRYI0zKYqZkBRoqw==\"}",
        "$argon2id$v=19$m=7,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno",
        "$argon2id$v=19$m=65536,t=0,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno",
        "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno",
        "$argon2id$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7",
        "$argon2x$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH/Jh1Hw$CWOrkoo7oJBQ/iyh7uJ0LO2aLEfrHwTWllSAxT0zRno",
        "$6$salt$tooshort",
        "AQAAAAEAACcQAAAAAXNhbHRzYWx0c2FsdHNhbHQnx+VKO6zG3rCagZ0N3GN1emwXKM4mFwybvlUlnNu/cA==",
        "{ldap}{ldap}{SSHA}awc/Cj0kafyFd5d8fGn07xoHBJJzYWx0c2FsdA=="
      })
  void plain(String stored) {
    assertThat(PasswordHash.ofText(stored).strength()).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "!", "!!", "*", "*LK*", "!0mgIkFNmmCoFENBfVHAGmHB5mQ3DIbpzvGLsr8pJ"})
  void noPassword(String stored) {
    assertThat(PasswordHash.ofText(stored).strength()).isEqualTo(NONE);
  }

  @Test
  void rawBytesAreNotRecognised() {
    assertThat(PasswordHash.ofBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2}).strength())
        .isEqualTo(PLAIN);
  }

  @Test
  void aBcryptHashWithOneCharacterMoreOrLessIsNone() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String hash = "$2b$%02d$%s".formatted(4 + random.nextInt(28), letters(random, 53));
      assertThat(PasswordHash.ofText(hash).strength()).as("seed %d", seed).isEqualTo(SLOW_SALTED);
      int at = random.nextInt(hash.length());
      String shorter = hash.substring(0, at) + hash.substring(at + 1);
      String longer = hash.substring(0, at) + "A" + hash.substring(at);
      assertThat(PasswordHash.ofText(shorter).strength()).as("seed %d", seed).isEqualTo(PLAIN);
      assertThat(PasswordHash.ofText(longer).strength()).as("seed %d", seed).isEqualTo(PLAIN);
    }
  }

  @Test
  void wordsPeopleTypeAreNeverHashes() {
    String typed = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 !?#_-.$&%";
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder word = new StringBuilder();
      for (int i = 1 + random.nextInt(15); i > 0; i--) {
        word.append(typed.charAt(random.nextInt(typed.length())));
      }
      String password = "p" + word; // not blank, not a lock mark
      assertThat(PasswordHash.ofText(password).strength()).as("seed %d", seed).isEqualTo(PLAIN);
    }
  }

  private static String letters(Random random, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(CRYPT64.charAt(random.nextInt(64)));
    }
    return letters.toString();
  }

  @Test
  void hostileTextIsJudgedInNoTime() {
    for (String part : new String[] {"$", "a", "{", "$argon2id$m=1,t=1,p=1,a=,", "0:", ","}) {
      for (int length : new int[] {1_000, 1_000_000}) {
        String text = part.repeat(length / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> PasswordHash.ofText(text));
      }
    }
  }
}
