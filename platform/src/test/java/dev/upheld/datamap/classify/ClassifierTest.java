package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static Judgement judge(String column, TypeFamily family) {
    return Classifier.judge(ColumnFacts.of("t", column, family));
  }

  @ParameterizedTest
  @CsvSource({
    "birth_date, DATE, pd:BirthDate",
    "birthDate, TIMESTAMP, pd:BirthDate",
    "dob, DATE, pd:BirthDate",
    "DOB, TEXT, pd:BirthDate",
    "date_naissance, DATE, pd:BirthDate",
    "dateDeNaissance, DATE, pd:BirthDate",
    "geburtsdatum, DATE, pd:BirthDate",
    "fecha_nacimiento, DATE, pd:BirthDate",
    "data_di_nascita, DATE, pd:BirthDate",
    "syntymaaika, DATE, pd:BirthDate",
    "syntymäaika, DATE, pd:BirthDate",
    "syntymapaiva, DATE, pd:BirthDate",
    "birth_year, WHOLE, pd:BirthDate",
    "email, TEXT, pd:EmailAddress",
    "user_email2, TEXT, pd:EmailAddress",
    "EmailAddress, TEXT, pd:EmailAddress",
    "courriel, TEXT, pd:EmailAddress",
    "sahkoposti, TEXT, pd:EmailAddress",
    "first_name, TEXT, pd:Name",
    "prénom, TEXT, pd:Name",
    "Nachname, TEXT, pd:Name",
    "apellidos, TEXT, pd:Name",
    "cognome, TEXT, pd:Name",
    "etunimi, TEXT, pd:Name",
    "phone, TEXT, pd:TelephoneNumber",
    "phone, WHOLE, pd:TelephoneNumber",
    "mobile_number, TEXT, pd:TelephoneNumber",
    "puhelinnumero, TEXT, pd:TelephoneNumber",
    "password_hash, TEXT, pd:Password",
    "mot_de_passe, TEXT, pd:Password",
    "pwd, TEXT, pd:Password",
    "ip, ADDRESS, pd:IPAddress",
    "x7, ADDRESS, pd:IPAddress",
    "remote_addr, TEXT, pd:IPAddress",
    "mac_address, TEXT, pd:MACAddress",
    "iban, TEXT, pd:BankAccount",
    "tilinumero, TEXT, pd:BankAccount",
    "card_number, TEXT, pd:PaymentCardNumber",
    "national_id, TEXT, pd:OfficialID",
    "national_id_number, TEXT, pd:OfficialID",
    "henkilotunnus, TEXT, pd:OfficialID",
    "codice_fiscale, TEXT, pd:OfficialID",
    "gender, TEXT, pd:Gender",
    "sukupuoli, TEXT, pd:Gender",
    "salary, DECIMAL, pd:Salary",
    "gehalt, DECIMAL, pd:Salary",
    "postal_code, TEXT, pd:PostalCode",
    "street, TEXT, pd:Street",
    "osoite, TEXT, pd:PhysicalAddress",
    "user_agent, TEXT, pd:UserAgent",
    "cv, BYTES, pd:WorkHistory"
  })
  void personalByName(String column, TypeFamily family, String term) {
    Judgement judgement = judge(column, family);
    assertThat(judgement.nature()).as(judgement.toString()).isEqualTo(Nature.PERSONAL);
    assertThat(judgement.term()).contains(term);
    assertThat(judgement.reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "id, WHOLE",
    "id, UUID",
    "ID, TEXT",
    "created_at, TIMESTAMP_WITH_ZONE",
    "createdAt, TIMESTAMP",
    "updated_at, TIMESTAMP",
    "last_update, TIMESTAMP",
    "last_login_at, TIMESTAMP",
    "last_contact_at, TIMESTAMP",
    "password_changed_at, TIMESTAMP",
    "email_verified, BOOLEAN",
    "email_sent_at, TIMESTAMP",
    "email_count, WHOLE",
    "is_admin, BOOLEAN",
    "version, WHOLE",
    "version, TEXT",
    "status, TEXT",
    "statut, TEXT",
    "enabled, BOOLEAN",
    "customer_id, WHOLE",
    "address_id, TEXT",
    "invoice_date, DATE",
    "date_creation, DATE",
    "contract_end, DATE",
    "expires_on, DATE",
    "total, DECIMAL",
    "quantity, WHOLE",
    "currency, TEXT",
    "nombre, WHOLE",
    "checksum, TEXT",
    "file_size, WHOLE",
    "sort_order, WHOLE"
  })
  void notPersonalByName(String column, TypeFamily family) {
    Judgement judgement = judge(column, family);
    assertThat(judgement.nature()).as(judgement.toString()).isEqualTo(Nature.NOT_PERSONAL);
    assertThat(judgement.term()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x7, TEXT",
    "payload, JSON",
    "data, JSON",
    "import_log, JSON",
    "blob, BYTES",
    "note, TEXT",
    "x7, DATE",
    "tags, ARRAY",
    "city, TEXT"
  })
  void unsureWithoutMore(String column, TypeFamily family) {
    Judgement judgement = judge(column, family);
    assertThat(judgement.nature()).as(judgement.toString()).isEqualTo(Nature.UNSURE);
  }

  @Test
  void theTableTellsWhatANameNames() {
    assertThat(Classifier.judge(ColumnFacts.of("customers", "name", TypeFamily.TEXT)).nature())
        .isEqualTo(Nature.PERSONAL);
    assertThat(Classifier.judge(ColumnFacts.of("categories", "name", TypeFamily.TEXT)).nature())
        .isEqualTo(Nature.NOT_PERSONAL);
    assertThat(Classifier.judge(ColumnFacts.of("customer_type", "name", TypeFamily.TEXT)).nature())
        .isEqualTo(Nature.NOT_PERSONAL);
    assertThat(Classifier.judge(ColumnFacts.of("zq", "name", TypeFamily.TEXT)).nature())
        .isEqualTo(Nature.UNSURE);
  }

  @Test
  void aCommentCounts() {
    ColumnFacts facts =
        new ColumnFacts(
            "t",
            "x7",
            TypeFamily.DATE,
            Optional.of("Date of birth of the person"),
            Optional.empty());
    assertThat(Classifier.judge(facts).nature()).isEqualTo(Nature.PERSONAL);
  }

  private static Judgement judge(String column, ValueTally tally, TypeFamily family) {
    return Classifier.judge(ColumnFacts.of("t", column, family), tally, TODAY);
  }

  @Test
  void aNoteFullOfAddressesIsPersonal() {
    ValueTally tally = new ValueTally();
    for (int i = 0; i < 100; i++) {
      tally.text("please call back person%d@mail.example".formatted(i));
    }
    Judgement judgement = judge("note", tally, TypeFamily.TEXT);
    assertThat(judgement.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judgement.reasons().toString()).contains("100 % of 100").doesNotContain("person1");
  }

  @Test
  void valuesTellWhatANamelessColumnHolds() {
    ValueTally addresses = new ValueTally();
    ValueTally phones = new ValueTally();
    ValueTally networks = new ValueTally();
    ValueTally cards = new ValueTally();
    for (int i = 10; i < 60; i++) {
      addresses.text("person%d@mail.example".formatted(i));
      phones.text("+33 6 12 34 56 %d".formatted(i));
      networks.text("192.0.2.%d".formatted(i));
      cards.whole(new BigInteger("4242424242424242"));
    }
    assertThat(judge("x7", addresses, TypeFamily.TEXT).term()).contains("pd:EmailAddress");
    assertThat(judge("x7", phones, TypeFamily.TEXT).term()).contains("pd:TelephoneNumber");
    assertThat(judge("x7", networks, TypeFamily.TEXT).term()).contains("pd:IPAddress");
    assertThat(judge("x7", cards, TypeFamily.WHOLE).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("x7", networks, TypeFamily.TEXT).nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void daysThatSpreadLikeBirthDatesArePersonalAndOthersAreNot() {
    Random random = new Random(7);
    ValueTally births = new ValueTally();
    ValueTally birthsAsText = new ValueTally();
    ValueTally events = new ValueTally();
    for (int i = 0; i < 100; i++) {
      LocalDate birth = TODAY.minusDays(365 * 18 + random.nextInt(365 * 60));
      births.date(birth);
      birthsAsText.text(birth.toString());
      events.date(TODAY.minusDays(random.nextInt(700)));
    }
    assertThat(judge("x7", births, TypeFamily.DATE).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("x7", birthsAsText, TypeFamily.TEXT).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("x7", births, TypeFamily.DATE).term()).contains("pd:BirthDate");
    assertThat(judge("x7", events, TypeFamily.DATE).nature()).isEqualTo(Nature.NOT_PERSONAL);
  }

  @Test
  void aColumnOfBirthDatesIsOneEvenWhereTheSampledDaysStandInOrder() {
    ValueTally inOrder = new ValueTally();
    for (int i = 0; i < 100; i++) {
      inOrder.date(LocalDate.of(1970, 1, 1).plusDays(i));
    }
    assertThat(judge("birth_date", inOrder, TypeFamily.DATE).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("x7", inOrder, TypeFamily.DATE).nature()).isEqualTo(Nature.UNSURE);
  }

  @Test
  void theSameFewWordsAreNobody() {
    ValueTally tally = new ValueTally();
    for (int i = 0; i < 100; i++) {
      tally.text(i % 3 == 0 ? "gold" : "silver");
    }
    assertThat(judge("x7", tally, TypeFamily.TEXT).nature()).isEqualTo(Nature.NOT_PERSONAL);
  }

  @Test
  void nothingBreaksOnOddNames() {
    for (String name : new String[] {"", "___", "123", "名前", "x".repeat(100_000), "A_".repeat(9)}) {
      assertThat(judge(name, TypeFamily.TEXT).nature()).isNotNull();
    }
  }
}
