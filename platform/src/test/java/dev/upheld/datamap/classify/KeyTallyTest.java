package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTallyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final KeyTally tally = new KeyTally("name", Set.of());

  private static KeyTally.Keys judge(KeyTally keys, String table) {
    return keys.judge(new PartContext(table, "value", TableContext.UNKNOWN), TODAY);
  }

  private static Map<String, Judgement> shown(KeyTally keys, String table) {
    return judge(keys, table).shown().stream()
        .collect(Collectors.toMap(p -> p.part().toString(), PartJudgement::judgement));
  }

  private void users() {
    for (int i = 0; i < 10; i++) {
      tally.pair("contact", "jane" + i + "@customer.example");
      tally.pair("phoneNumber", "x" + i);
      tally.pair("locale", i % 2 == 0 ? "en" : "fr");
      tally.pair("theme", "dark");
      tally.pair("first_name", "Q" + i);
    }
  }

  @Test
  void eachKeyIsJudgedByItsNameAndValues() {
    users();
    assertThat(tally.isOfKeys()).isTrue();
    Map<String, Judgement> shown = shown(tally, "user_attribute");
    assertThat(shown)
        .hasEntrySatisfying("[name=contact]", j -> assertThat(j.term()).contains("pd:EmailAddress"))
        .hasEntrySatisfying(
            "[name=phoneNumber]", j -> assertThat(j.nature()).isEqualTo(Nature.PERSONAL))
        .hasEntrySatisfying(
            "[name=first_name]", j -> assertThat(j.nature()).isEqualTo(Nature.PERSONAL))
        .hasEntrySatisfying(
            "[name=theme]", j -> assertThat(j.nature()).isNotEqualTo(Nature.PERSONAL))
        .hasSize(5);
    assertThat(judge(tally, "user_attribute").hidden()).isEmpty();
  }

  @Test
  void keysThatMayBeDataAreNotShown() {
    users();
    tally.pair("jane.doe@customer.example", "x");
    tally.pair("zorro", "jane.roe@customer.example");
    KeyTally.Keys keys = judge(tally, "user_attribute");
    assertThat(keys.shown()).hasSize(5);
    assertThat(keys.hidden()).map(Judgement::nature).contains(Nature.PERSONAL);
    assertThat(keys.toString()).doesNotContain("jane").doesNotContain("zorro");
  }

  @Test
  void whatIsBoundIsNotLookedAt() {
    KeyTally rest = new KeyTally("name", Set.of("contact"));
    for (int i = 0; i < 3; i++) {
      rest.pair("contact", "jane@customer.example");
      rest.pair("theme", "dark");
    }
    assertThat(shown(rest, "user_attribute").keySet()).containsExactly("[name=theme]");
  }

  @Test
  void namesThatAreAllDifferentAreNoKeys() {
    for (String name : List.of("Anna", "Bert", "Carla", "Dirk", "Emil", "Franka")) {
      tally.pair(name, "x");
    }
    assertThat(tally.isOfKeys()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "user_id name value, name, value, true",
    "umeta_id user_id meta_key meta_value, meta_key, meta_value, true",
    "option_id option_name option_value autoload, option_name, option_value, true",
    "id attribute_name string_value, attribute_name, string_value, true",
    "id key string_value long_value, key, string_value, true",
    "id cle valeur, cle, valeur, true",
    "setting value, setting, value, true",
    "id name default_value, '', '', false",
    "id name price, '', '', false",
    "value user_id attribute, attribute, value, true",
    "id name description, '', '', false",
  })
  void tablesOfKeysAndValuesByTheirNames(String columns, String key, String value, boolean found) {
    Map<String, TypeFamily> families =
        Stream.of(columns.split(" ", -1))
            .collect(
                Collectors.toMap(
                    c -> c, c -> c.endsWith("id") ? TypeFamily.WHOLE : TypeFamily.TEXT));
    Optional<KeyValueShape> shape = KeyValueShape.of(families, Map.of(), List.of());
    assertThat(shape.isPresent()).isEqualTo(found);
    shape.ifPresent(s -> assertThat(s).isEqualTo(new KeyValueShape(key, value, true)));
  }

  @Test
  void orByAUniqueKeyOverOwnerAndText() {
    Map<String, TypeFamily> columns =
        Map.of("person", TypeFamily.WHOLE, "what", TypeFamily.TEXT, "is", TypeFamily.TEXT);
    assertThat(KeyValueShape.of(columns, Map.of(), List.of(List.of("person", "what"))))
        .contains(new KeyValueShape("what", "is", false));
    assertThat(KeyValueShape.of(columns, Map.of("is", 3), List.of(List.of("person", "what"))))
        .isEmpty();
    assertThat(KeyValueShape.of(columns, Map.of(), List.of(List.of("what")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"user_attribute, user", "wp_usermeta, wp_user", "settings, ''", "customer, customer"})
  void whoseKeysTheyAre(String table, String owner) {
    assertThat(PartNames.owner(table)).isEqualTo(owner);
  }

  @Test
  void aKeyWithoutAValueIsNotThatOfTheNextRow() {
    for (int i = 0; i < 4; i++) {
      tally.key("theme");
      tally.end();
      tally.value("jane" + i + "@mail.example");
      tally.end();
    }
    KeyTally.Keys keys = judge(tally, "user_attribute");
    assertThat(keys.shown()).isEmpty();
    assertThat(keys.hidden()).isPresent();
  }
}
