package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.FieldName.Read.Sound;
import dev.upheld.datamap.Inside;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentTallyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<String> FIRST =
      List.of("Jane", "John", "Maria", "Peter", "Anna", "Paul", "Laura", "Thomas");

  private final DocumentTally tally = new DocumentTally();

  private Map<String, Judgement> judged(DocumentTally documents) {
    return documents
        .judge(new PartContext("account", "profile", TableContext.UNKNOWN), TODAY)
        .stream()
        .collect(
            Collectors.toMap(
                p -> p.part().toString(),
                PartJudgement::judgement,
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private static Judgement of(Map<String, Judgement> judged, String path) {
    assertThat(judged).containsKey(path);
    return judged.getOrDefault(
        path, new Judgement(Nature.UNSURE, java.util.Optional.empty(), 0, List.of()));
  }

  private void profiles(String more) {
    for (int i = 0; i < FIRST.size(); i++) {
      tally.text(
          """
          {"contact": {"email": "%s.doe@customer.example", "verified": true}, "phones": [{"number": "+33 6 12 34 56 7%d",
           "kind": "mobile"}], "nick": "xx%d", "settings": {"theme": "dark", "lang": "en"}, "seen":
           "2026-01-0%dT10:00:00Z", "visits": %d, "x17": "%s Roe"%s}
          """
              .formatted(FIRST.get(i), i, i, i + 1, i * 3, FIRST.get(i), more));
    }
  }

  @Test
  void eachPathIsJudgedByItsNameAndValues() {
    profiles("");
    assertThat(tally.isOfDocuments()).isTrue();
    Map<String, Judgement> judged = judged(tally);
    assertThat(of(judged, "contact.email").nature()).isEqualTo(Nature.PERSONAL);
    assertThat(of(judged, "contact.email").term()).contains("pd:EmailAddress");
    assertThat(of(judged, "phones[].number").term()).contains("pd:TelephoneNumber");
    assertThat(of(judged, "x17").term()).contains("pd:Name");
    for (String path :
        List.of(
            "contact.verified",
            "settings.theme",
            "settings.lang",
            "seen",
            "visits",
            "phones[].kind")) {
      assertThat(of(judged, path).nature()).as(path).isNotEqualTo(Nature.PERSONAL);
    }
    assertThat(of(judged, "seen").nature()).isEqualTo(Nature.NOT_PERSONAL);
    assertThat(judged.toString()).doesNotContain("Doe").doesNotContain("Roe");
  }

  @Test
  void wordsAroundCount() {
    for (int i = 0; i < 5; i++) {
      tally.text(
          "{\"plan\": {\"name\": \"Gold %d\"}, \"owner\": {\"name\": \"Q%d\"}, \"password\": {\"policy\": \"p%d\"}}"
              .formatted(i, i, i));
    }
    Map<String, Judgement> judged = judged(tally);
    assertThat(of(judged, "plan.name").nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(of(judged, "owner.name").term()).contains("pd:Name");
    assertThat(of(judged, "password.policy").nature()).isNotEqualTo(Nature.PERSONAL);
  }

  @Test
  void keysThatAreDataAreFoundAndNeverShown() {
    for (String name : FIRST) {
      tally.text(
          "{\"by\": {\"%s.doe@customer.example\": 1, \"2026-01-01\": 2, \"4711\": 3}, \"a\": {\"7f0e11c2-7c11-4d5e-9d4c-b8f0a7e0c123\": \"x\"}}"
              .formatted(name));
    }
    Map<String, Judgement> judged = judged(tally);
    assertThat(judged.keySet()).containsExactlyInAnyOrder("by.*", "a.*");
    assertThat(of(judged, "by.*").nature()).isEqualTo(Nature.PERSONAL);
    assertThat(of(judged, "by.*").reasons().toString()).contains("of its keys").contains("mail");
    assertThat(of(judged, "a.*").nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(judged.toString()).doesNotContain("doe").doesNotContain("7f0e");
  }

  @Test
  void keysThatNamePeopleAreAMap() {
    for (int i = 0; i < 3; i++) {
      tally.text(
          "{\"rights\": {\"jane\": \"read\", \"peter\": \"write\", \"laura.doe\": \"read\"}}");
    }
    assertThat(judged(tally).keySet()).containsExactly("rights.*");
  }

  @Test
  void aKeyOfOneDocumentIsShownOnlyWhereItIsAWordForPersonalData() {
    tally.text("{\"email\": \"jane@customer.example\", \"zorro\": \"jane@customer.example\"}");
    tally.text("{}");
    Map<String, Judgement> judged = judged(tally);
    assertThat(judged.keySet()).containsExactlyInAnyOrder("email", "*");
    assertThat(of(judged, "*").nature()).isEqualTo(Nature.PERSONAL);
  }

  @Test
  void hundredsOfKeysThatHardlyRepeatAreAMap() {
    for (int i = 0; i < 60; i++) {
      String key = "k" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
      tally.text(
          "{\"m\": {\"%s\": \"user%d@customer.example\", \"%sx\": \"y\"}}".formatted(key, i, key));
    }
    Map<String, Judgement> judged = judged(tally);
    assertThat(judged.keySet()).containsExactly("m.*");
    assertThat(of(judged, "m.*").term()).contains("pd:EmailAddress");
  }

  @Test
  void whatIsBoundIsNotLookedAt() {
    Sound known = (Sound) FieldName.read("profile->contact.*");
    DocumentTally rest =
        new DocumentTally(List.of((Inside.Path) known.name().inside().orElseThrow()));
    for (int i = 0; i < 3; i++) {
      rest.text("{\"contact\": {\"email\": \"jane@customer.example\"}, \"iban\": \"x\"}");
    }
    assertThat(judged(rest).keySet()).containsExactly("iban");
  }

  @Test
  void whatIsNoDocumentCountsToo() {
    for (int i = 0; i < 5; i++) {
      tally.text("{\"a\": 1}");
      tally.text("jane" + i + "@customer.example");
    }
    assertThat(of(judged(tally), "*").term()).contains("pd:EmailAddress");
  }

  @Test
  void longDocumentsAreSaidToBeCut() {
    tally.text("{\"a\": \"x\", \"email\": \"jane@customer.example\", \"b\": [1, 2");
    tally.text("{\"a\": \"x\"}");
    assertThat(tally.cut()).isEqualTo(1);
    assertThat(judged(tally)).containsKey("email");
    tally.text("[" + "1,".repeat(5_000) + "1]");
    assertThat(tally.cut()).isEqualTo(2);
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("{");
      for (int j = 0; j < 500; j++) {
        text.append("\"q%s_%s\": {\"z\": 1},".formatted(name(i), name(j)));
      }
      tally.text(text + "\"last\": \"jane@customer.example\"}");
    }
    tally.text("{\"a\":".repeat(100) + "\"jane@customer.example\"" + "}".repeat(100));
    assertThat(judged(tally)).hasSizeLessThan(2_200);
    assertThat(judged(tally).values()).anyMatch(j -> j.nature() == Nature.PERSONAL);
  }

  private static String name(int i) {
    return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
  }
}
