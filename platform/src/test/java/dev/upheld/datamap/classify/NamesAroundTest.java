package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before, after and beside the word that means personal data. */
class NamesAroundTest {
  private static Judgement judge(String table, String column, Map<String, TypeFamily> all) {
    return judge(table, column, all, Optional.empty());
  }

  private static Judgement judge(
      String table, String column, Map<String, TypeFamily> all, Optional<Integer> length) {
    TableContext context = TableContext.of(all, Set.of());
    TypeFamily family = all.getOrDefault(column, TypeFamily.OTHER);
    return Classifier.judge(
        new ColumnFacts(table, column, family, Optional.empty(), length, false, context));
  }

  private static Map<String, TypeFamily> texts(String... names) {
    Map<String, TypeFamily> columns = new LinkedHashMap<>();
    List.of(names).forEach(name -> columns.put(name, TypeFamily.TEXT));
    return columns;
  }

  @Test
  void whatAllNamesOfATableEndWithSaysNothing() {
    Map<String, TypeFamily> columns =
        texts("nom_zz", "adresse_zz", "cp_zz", "ville_zz", "region_zz", "tel_zz", "type_zz");
    for (String column : List.of("nom_zz", "ville_zz", "region_zz")) {
      assertThat(judge("fiche_zz", column, columns).nature()).as(column).isEqualTo(Nature.PERSONAL);
    }
    assertThat(judge("fiche_zz", "type_zz", columns).nature()).isEqualTo(Nature.NOT_PERSONAL);
  }

  @ParameterizedTest
  @CsvSource({
    "buchung, ville_adherent, City",
    "entry, lemail, EmailAddress",
    "entry, framedipaddress, IPAddress",
    "entry, guestusername, Username",
    "entry, modified_by_name, Username",
    "entry, avatar_remote_url, Picture",
  })
  void aPersonBesideThePhraseMakesItPersonal(String table, String column, String term) {
    Judgement judgement = judge(table, column, texts(column, "quantity", "remark_count"));
    assertThat(judgement.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judgement.term()).contains("pd:" + term);
  }

  @ParameterizedTest
  @CsvSource({"error_message", "failure_reason", "rejection_message"})
  void whatProgramsSayNobodyWrote(String column) {
    Map<String, TypeFamily> columns = texts(column, "user_email", "user_phone", "message");
    assertThat(judge("mailing", column, columns).nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("mailing", "message", columns).nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void aProgramThatSignsInIsNobody() {
    Map<String, TypeFamily> columns =
        texts("client_name", "name", "secret", "redirect_uri", "user_id");
    assertThat(judge("oauth_clients", "client_name", columns).nature())
        .isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("oauth_clients", "secret", columns).nature()).isNotEqualTo(Nature.PERSONAL);
    Map<String, TypeFamily> people = texts("client_name", "phone", "email");
    assertThat(judge("clients", "client_name", people).nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void aNumberCalledIdOfSomethingIsItsKey() {
    Map<String, TypeFamily> columns = texts("id_document", "first_name");
    assertThat(judge("guest", "id_document", columns).nature()).isEqualTo(Nature.PERSONAL);
    columns.put("id_document", TypeFamily.WHOLE);
    assertThat(judge("guest", "id_document", columns).nature()).isEqualTo(Nature.NOT_PERSONAL);
    columns.put("id_number", TypeFamily.WHOLE);
    assertThat(judge("guest", "id_number", columns).nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void whoIsManOrWomanMayBeYesOrNo() {
    Map<String, TypeFamily> columns = texts("first_name");
    columns.put("sex", TypeFamily.BOOLEAN);
    columns.put("sexe_required", TypeFamily.BOOLEAN);
    assertThat(judge("guest", "sex", columns).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("guest", "sexe_required", columns).nature()).isEqualTo(Nature.NOT_PERSONAL);
  }

  @Test
  void aUserInWordsIsALoginUnlessItIsAsLongAsAKey() {
    Map<String, TypeFamily> columns = texts("user", "owner", "kind");
    assertThat(judge("entry", "user", columns, Optional.of(64)).nature())
        .isEqualTo(Nature.PERSONAL);
    assertThat(judge("entry", "owner", columns, Optional.of(64)).nature())
        .isEqualTo(Nature.PERSONAL);
    assertThat(judge("entry", "user", columns, Optional.of(36)).nature())
        .isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("entry", "owner", columns, Optional.of(255)).nature())
        .isNotEqualTo(Nature.PERSONAL);
  }

  @Test
  void theDescriptionOfAPersonIsPersonalAndThatOfAThingIsNot() {
    Map<String, TypeFamily> columns = texts("description", "email");
    assertThat(judge("users", "description", columns).nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judge("courses", "description", columns).nature()).isNotEqualTo(Nature.PERSONAL);
  }

  @Test
  void aThingMayHaveAFullName() {
    Map<String, TypeFamily> columns = texts("fullname", "shortname", "idnumber", "summary");
    assertThat(judge("course", "fullname", columns).nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("course", "idnumber", columns).nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("signer", "fullname", columns).nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void aPartnerWithAMailAddressMayBeAPerson() {
    assertThat(judge("partner", "phone", texts("name", "phone", "email")).nature())
        .isEqualTo(Nature.PERSONAL);
    assertThat(judge("partner", "phone", texts("name", "phone")).nature())
        .isNotEqualTo(Nature.PERSONAL);
  }

  @Test
  void inTreesParentsAreNobody() {
    assertThat(judge("node", "parent", texts("parent", "label")).nature())
        .isNotEqualTo(Nature.PERSONAL);
    assertThat(judge("entry", "reporter", texts("reporter", "label")).nature())
        .isEqualTo(Nature.PERSONAL);
  }

  @Test
  void idsOfBrowsersAreKnownWhateverTheColumnIsCalled() {
    ValueTally values = new ValueTally();
    for (int i = 10; i < 40; i++) {
      values.text("GA1.2.10335012%d.13684778%d".formatted(i, i));
    }
    ColumnFacts facts = ColumnFacts.of("c", "c1", TypeFamily.TEXT);
    Judgement judgement = Classifier.judge(facts, values, LocalDate.of(2026, 1, 1));
    assertThat(judgement.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judgement.term()).contains("pd:UID");
  }

  /** Codes that only look like VAT numbers say nothing; numbers that check say a little. */
  @Test
  void codesWithoutCheckDigitsAreNoTaxNumbers() {
    ValueTally codes = new ValueTally();
    for (int i = 10; i < 40; i++) {
      codes.text("IT000000002" + i);
    }
    ColumnFacts facts = ColumnFacts.of("c", "c1", TypeFamily.TEXT);
    assertThat(Classifier.judge(facts, codes, LocalDate.of(2026, 1, 1)).term()).isEmpty();
  }

  @Test
  void aNetworkAddressIsOneWhateverItsNameSpeaksOf() {
    Map<String, TypeFamily> columns = texts("label");
    columns.put("creation_address", TypeFamily.ADDRESS);
    Judgement judgement = judge("entry", "creation_address", columns);
    assertThat(judgement.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(judgement.term()).contains("pd:IPAddress");
  }
}
