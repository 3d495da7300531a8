package dev.upheld.examples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Answer;
import dev.upheld.charter.promise.Promise.AskFirst;
import dev.upheld.charter.promise.Promise.Keep;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Companies of other kinds, none of which exists: what a shop, a hospital, a school, a bank and a
 * game promise can be said without code, and only what they really leave open is found.
 */
class OtherPoliciesTest {
  private static final Path POLICIES =
      Path.of("src", "test", "resources", "dev", "upheld", "examples", "policies");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static Charter charter(String policy) {
    CharterReading reading = Charters.read(POLICIES.resolve(policy), DAY);
    assertThat(reading.problems()).isEmpty();
    return reading.charter().orElseThrow();
  }

  private static Map<String, Long> findings(String policy) {
    return Charters.findings(charter(policy)).stream()
        .collect(groupingBy(f -> f.code().code(), TreeMap::new, counting()));
  }

  private static <P extends Promise> List<P> promises(String policy, Class<P> kind) {
    return Charters.promises(charter(policy)).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static String sentence(String policy, String id) {
    return Charters.promises(charter(policy)).stream()
        .filter(p -> p.id().toString().equals(policy + "/" + id))
        .map(p -> p.header().sentence())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShop() {
    assertThat(findings("shop"))
        .isEqualTo(Map.of("no-law-named", 1L, "open-list", 1L, "period-not-stated", 1L));
    assertThat(sentence("shop", "payment/keep"))
        .contains("between 13 months and 15 months after the debit");
    assertThat(promises("shop", AskFirst.class)).hasSize(4);
  }

  @Test
  void aHospital() {
    assertThat(findings("hospital"))
        .isEqualTo(
            Map.of("identity-document-demanded", 1L, "not-stated", 1L, "right-not-stated", 1L));
    assertThat(sentence("hospital", "care/keep"))
        .contains("20 years after the last stay or visit")
        .contains("10 years after the death of the patient, whichever comes first");
    assertThat(promises("hospital", Answer.class))
        .filteredOn(a -> !a.byLaw())
        .extracting(Answer::right)
        .containsExactly("access-through-a-doctor", "access-of-heirs");
  }

  @Test
  void aSchool() {
    assertThat(findings("school")).isEqualTo(Map.of("no-law-named", 1L, "right-not-stated", 1L));
    assertThat(promises("school", Keep.class)).hasSize(7);
    assertThat(sentence("school", "certificates/keep")).contains("the public archive takes them");
  }

  @Test
  void aBank() {
    assertThat(findings("bank")).isEqualTo(Map.of("no-law-named", 5L, "not-stated", 2L));
    assertThat(promises("bank", Keep.class)).filteredOn(Keep::atLeast).hasSize(2);
    assertThat(sentence("bank", "own-vaults/locate"))
        .endsWith("lies only on systems the company runs itself.");
  }

  @Test
  void aGame() {
    assertThat(findings("game"))
        .isEqualTo(
            Map.of(
                "contract-not-stated",
                1L,
                "no-balancing-test",
                1L,
                "no-owner",
                1L,
                "not-stated",
                6L,
                "open-list",
                1L));
    assertThat(promises("game", Keep.class))
        .filteredOn(k -> k.state().isPresent())
        .extracting(k -> k.state().orElseThrow())
        .containsExactly("unverified", "unused");
  }
}
