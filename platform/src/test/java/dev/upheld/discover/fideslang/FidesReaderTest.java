package dev.upheld.discover.fideslang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.discover.fideslang.FidesFile.Collection;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import dev.upheld.discover.fideslang.FidesReader.Result;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlCode;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dataset format says is read, each thing with its place; what is wrong is told. */
class FidesReaderTest {

  private static Result read(String text) {
    return FidesReader.read(
        YamlReader.read("f.yml", text.getBytes(StandardCharsets.UTF_8), FidesReader.LIMITS));
  }

  private static FidesFile sound(String text) {
    Result result = read(text);
    assertThat(result).isInstanceOf(Result.Sound.class);
    return ((Result.Sound) result).file();
  }

  private static List<Problem> faults(String text) {
    Result result = read(text);
    assertThat(result).isInstanceOf(Result.Faulty.class);
    return ((Result.Faulty) result).faults();
  }

  private static final String FULL =
      """
      dataset:
      - fides_key: shop_db
        organization_fides_key: default_organization
        tags: null
        name: Shop
        description: All of it
        data_categories: [user]
        data_subjects: [customer]
        retention: 3 years
        fides_meta:
          resource_id: r1
          namespace: {schema: sales, database_name: d}
        collections:
        - name: customer
          description: Who buys
          data_categories: []
          fides_meta:
            erase_after: [shop_db.orders]
            skip_processing: false
            masking_strategy_override: {strategy: delete}
          fields:
          - name: email
            description: null
            data_categories: [user.contact.email, user.account]
            fides_meta:
              identity: email
              primary_key: True
              data_type: string
              length: 40
              references:
              - {dataset: shop_db, field: orders.email, direction: to}
              - {dataset: other, field: a.b.c}
              masking_strategy_override:
                strategy: hash
                configuration: {salt: x}
            fields: null
          - name: profile
            fidesops_meta: {data_type: object, primary_key: no}
            fields:
            - {name: city, data_categories: [user.contact.address.city]}
            colour: red
      system: []
      policy: [a]
      """;

  @Test
  void readsEverythingOfTheFormat() {
    FidesFile file = sound(FULL);
    assertThat(file.remarks()).extracting(Remark::key).containsExactly("policy");

    Dataset dataset = file.datasets().getFirst();
    assertThat(dataset.key()).isEqualTo("shop_db");
    assertThat(dataset.schema()).contains("sales");
    assertThat(dataset.description()).contains("Shop: All of it");
    assertThat(dataset.subjects()).containsExactly("customer");
    assertThat(dataset.categories()).extracting(c -> c.key()).containsExactly("user");
    assertThat(dataset.remarks())
        .extracting(Remark::key, Remark::text, Remark::known)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("retention", "3 years", true),
            org.assertj.core.groups.Tuple.tuple("fides_meta.resource_id", "r1", true),
            org.assertj.core.groups.Tuple.tuple("fides_meta.namespace.database_name", "d", true));

    Collection customer = dataset.collections().getFirst();
    assertThat(customer.masking()).contains("delete");
    assertThat(customer.remarks())
        .extracting(Remark::key)
        .containsExactly("fides_meta.erase_after");

    Field email = customer.fields().getFirst();
    assertThat(email.at().toString()).isEqualTo("f.yml:22:7");
    assertThat(email.categories().get(1).at().line()).isEqualTo(24);
    assertThat(email.identity()).contains("email");
    assertThat(email.key()).isTrue();
    assertThat(email.type()).contains("string");
    assertThat(email.masking()).contains("hash");
    assertThat(email.references())
        .extracting(r -> r.field())
        .containsExactly("orders.email", "a.b.c");
    assertThat(email.references().getFirst().direction()).contains("to");
    assertThat(email.remarks()).extracting(Remark::text).containsExactly("40", "{salt: x}");

    Field profile = customer.fields().get(1);
    assertThat(profile.key()).isFalse();
    assertThat(profile.type()).contains("object");
    assertThat(profile.fields()).extracting(Field::name).containsExactly("city");
    assertThat(profile.remarks())
        .extracting(Remark::key, Remark::known)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("colour", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a]                                                        | fides-no-dataset   | 1:1",
        "dataset: []                                                | fides-no-dataset   | 1:1",
        "{dataset: {fides_key: a}}                                  | fides-wrong-type   | 1:11",
        "{dataset: [x]}                                             | fides-wrong-type   | 1:12",
        "{dataset: [{collections: [{name: a}]}]}                    | fides-missing      | 1:12",
        "{dataset: [{fides_key: a, collections: [{fields: [{name: x}]}]}]} | fides-missing | 1:41",
        "{dataset: [{fides_key: a, collections: [{name: [b]}]}]}    | fides-wrong-type   | 1:48",
        "{dataset: [{fides_key: a, collections: [{name: b}, {name: b}]}]} | fides-duplicate | 1:52",
        "{dataset: [{fides_key: a, name: x}, {fides_key: a}]}       | fides-duplicate    | 1:37",
        "{dataset: [{fides_key: a, data_categories: user}]}         | fides-wrong-type   | 1:44",
        "{dataset: [{fides_key: a, data_categories: ['a b']}]}      | fides-bad-key      | 1:45",
        "{dataset: [{fides_key: a, fides_meta: x}]}                 | fides-wrong-type   | 1:39",
        "{dataset: [{fides_key: a, collections: [{name: \"a\\nb\"}]}]} | fides-bad-key | 1:42",
        "{dataset: [{fides_key: a, collections: [{name: c, fields: [{name: f, fides_meta: {primary_key: maybe}}]}]}]} | fides-wrong-type | 1:96",
        "{dataset: [{fides_key: a, collections: [{name: c, fields: [{name: f, fides_meta: {references: [{dataset: a, field: nodot}]}}]}]}]} | fides-bad-key | 1:109",
      })
  void tellsWhatIsWrongAndWhere(String text, String code, String at) {
    List<Problem> faults = faults(text);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().code().code()).isEqualTo(code);
    assertThat(faults.getFirst().where().orElseThrow().toString()).isEqualTo("f.yml:" + at);
    assertThat(faults.getFirst().mend()).isNotBlank();
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThat(faults("dataset:\n- name: x\n- fides_key: [1]\n- fides_key: a\n  collections: 7\n"))
        .extracting(p -> p.where().orElseThrow().line())
        .containsExactly(2, 3, 5);
  }

  @Test
  void aFileThatMultipliesItselfIsRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      laughs.append("a%d: &a%d [".formatted(i, i));
      laughs.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    assertThat(faults(laughs + "dataset: *a8\n"))
        .extracting(Problem::code)
        .containsExactly(YamlCode.TOO_MANY_NODES);
  }

  @Test
  void aFileFullOfFaultsTellsTheFirstHundred() {
    assertThat(faults("dataset:\n" + "- 1\n".repeat(50_000))).hasSize(100);
  }

  private static final String NULLS =
      """

            description: null
            data_categories:
            - user.contact.email
            fides_meta:
              references: null
              identity: null
              primary_key: null
              data_type: string
              length: null
              return_all_elements: null
              read_only: null
              custom_request_field: null
              masking_strategy_override: null
              redact: null
            fields: null
      """;

  @Test
  void tenThousandColumnsOfAnExportAreRead() {
    StringBuilder text = new StringBuilder("dataset:\n- fides_key: a\n  collections:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(i % 50 == 0 ? "  - name: t%d\n    fields:\n".formatted(i) : "");
      text.append("    - name: column_" + i + NULLS);
    }
    assertThat(sound(text.toString()).datasets().getFirst().collections()).hasSize(200);
  }
}
