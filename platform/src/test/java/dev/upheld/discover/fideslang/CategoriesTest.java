package dev.upheld.discover.fideslang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.discover.fideslang.Categories.Meaning;
import dev.upheld.discover.fideslang.Categories.Sense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories of the taxonomy, in all its spellings, and what they are here. */
class CategoriesTest {
  private final Categories categories = new Categories();

  @ParameterizedTest
  @CsvSource({
    "user.contact.email, pd:EmailAddress",
    "user.provided.identifiable.contact.email, pd:EmailAddress",
    "user.derived.identifiable.contact.email, pd:EmailAddress",
    "user.account.contact.email, pd:EmailAddress",
    "account.contact.email, pd:EmailAddress",
    "user.contact.city, pd:City",
    "user.contact.address.city, pd:City",
    "user.provided.identifiable.credentials.password, pd:Password",
    "user.authorization.password, pd:Password",
    "user.date_of_birth, pd:BirthDate",
    "user.provided.identifiable.date_of_birth, pd:BirthDate",
    "user.demographic.date_of_birth, pd:BirthDate",
    "user.derived.identifiable.device.ip_address, pd:IPAddress",
    "user.biometric.fingerprint, pd:Fingerprint",
    "user.biometrics.fingerprint, pd:Fingerprint",
    "user.health_and_medical.record_id, pd:HealthRecord",
    "account.payment.financial_account_number, pd:FinancialAccountNumber",
    "user.unique_id.pseudonymous, pd:UID",
    "user.name.first, pd:Name",
  })
  void formerAndPresentSpellingsMeanTheSame(String key, String term) {
    Meaning meaning = categories.of(key);
    assertThat(meaning.sense()).isEqualTo(Sense.PERSONAL);
    assertThat(meaning.terms()).first().isEqualTo(term);
    assertThat(meaning.own()).isPositive();
    assertThat(meaning.known()).contains(key);
  }

  @Test
  void aKindOfSomethingHasTheTermsOfThatToo() {
    Meaning meaning = categories.of("user.contact.address.city");
    assertThat(meaning.terms()).containsExactly("pd:City", "pd:PhysicalAddress", "pd:Contact");
    assertThat(meaning.own()).isEqualTo(1);
  }

  @Test
  void aCategoryOfTheirOwnIsJudgedByWhatItBeginsWith() {
    Meaning meaning = categories.of("user.contact.email.work");
    assertThat(meaning.known()).contains("user.contact.email");
    assertThat(meaning.terms()).first().isEqualTo("pd:EmailAddress");
    assertThat(meaning.own()).isZero();
    assertThat(categories.of("user.contact.emails").known()).contains("user.contact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.mood", "use", "systems.operations", "", ".", "a..b"})
  void anotherTaxonomyIsUnsure(String key) {
    assertThat(categories.of(key))
        .isEqualTo(new Meaning(Sense.UNSURE, List.of(), 0, java.util.Optional.empty()));
  }

  @Test
  void tellsThingsFromPeople() {
    assertThat(categories.of("system.operations").sense()).isEqualTo(Sense.TECHNICAL);
    assertThat(categories.of("system.operations.backup").sense()).isEqualTo(Sense.TECHNICAL);
    assertThat(categories.of("system.authentication").sense()).isEqualTo(Sense.UNSURE);
    assertThat(categories.of("system").sense()).isEqualTo(Sense.UNSURE);
    assertThat(categories.of("user").sense()).isEqualTo(Sense.PERSONAL);
    assertThat(categories.of("user.provided.nonidentifiable").sense()).isEqualTo(Sense.UNSURE);
    assertThat(categories.of("user.derived.nonidentifiable.sensor").sense())
        .isEqualTo(Sense.UNSURE);
  }

  @Test
  void theTableIsSound() {
    assertThat(CategoryText.TERMS.lines().map(l -> l.split("\\s+", -1)[0]).toList())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(120);
    assertThat(CategoryText.TERMS.lines())
        .allMatch(l -> l.matches("[a-z_.]+ +(none|unsure|technical|pd:[A-Za-z]+( pd:[A-Za-z]+)*)"));
    CategoryText.MASKING
        .lines()
        .forEach(l -> assertThat(categories.end(l.split("\\s+", -1)[0])).as(l).isPresent());
  }

  @Test
  void knowsIdentitiesAndMasks() {
    assertThat(categories.identity("email")).isEqualTo("pd:EmailAddress");
    assertThat(categories.identity("loyalty_card")).isEqualTo("pd:UID");
    assertThat(categories.end("null_rewrite")).contains(EndAction.CLEAR);
    assertThat(categories.end("hmac")).contains(EndAction.PSEUDONYMISE);
    assertThat(categories.end("turn_upside_down")).isEmpty();
  }
}
