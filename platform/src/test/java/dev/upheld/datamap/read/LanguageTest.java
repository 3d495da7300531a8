package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.shape.SchemaAndReader;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.kernel.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas that editors use agree with the reader. */
class LanguageTest {

  private static void agree(Struct language, String yaml, boolean sound) {
    SchemaAndReader both = new SchemaAndReader(language);
    YamlNode tree = SchemaAndReader.tree(yaml);
    assertThat(both.structural(tree).isEmpty()).as("reader: " + yaml).isEqualTo(sound);
    assertThat(both.schemaErrors(tree).isEmpty()).as("schema: " + yaml).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activity: support",
        "{activity: [support, accounts], table: a.b, stage: active, key: [a, b]}",
        "{activity: support, subject: {customers: id}, residence: {customers: country}}",
        "{activity: support, clocks: {closed: closed_at, collected: {column: a, as: epoch-seconds}}}",
        "{activity: support, clocks: {closed: {max: m.at, via: a, else: {min: m.at, via: [a], else: b}}}}",
        "{activity: support, clocks: {closed: {latest: [a, {earliest: [b, c]}], missing: not-yet}}}",
        "{activity: support, links: {a: {to: account.id, kind: owns}}}",
        "{activity: support, links: [{via: [a, b], to: account, key: [c, d], kind: shared}]}",
        "{activity: support, links: {a: {to: billing/customer.number, kind: owns}}}",
        "{activity: support, links: [{via: [a, b], to: crm-eu/person, kind: mentions}]}",
        "{activity: support, states: {open: {column: a, is: \"null\"}, shut: {column: a, is: true}}}",
        "{activity: support, exempt: {hold: {until: a}, wish: {all: [{column: a, in: [1, x]}]}}}",
        "{activity: support, only: {column: a, not-in: b}, fields: {a: email, b: {data: email}}}",
        "{activity: support, table: '\"my.schema\".\"Weird Table\"', technical: [a, \"B c\"]}"
      })
  void soundPlaces(String place) {
    agree(
        DataMapLanguage.dataMap(), "{system: shop, places: {p: %s}}".formatted(flow(place)), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{table: a}",
        "{activity: Support}",
        "{activity: support, table: a.b.c}",
        "{activity: support, clocks: {closed: {max: m.at}}}",
        "{activity: support, clocks: {closed: {max: at, via: a}}}",
        "{activity: support, clocks: {closed: {column: a, min: m.at, via: a}}}",
        "{activity: support, clocks: {closed: {latest: []}}}",
        "{activity: support, clocks: {closed: {column: a, else: {column: b, missing: unknown}}}}",
        "{activity: support, links: {a: {to: account.id}}}",
        "{activity: support, links: {a: {to: account.id, kind: has}}}",
        "{activity: support, states: {open: {column: a}}}",
        "{activity: support, states: {open: {is: not-null}}}",
        "{activity: support, only: {column: a, all: [{column: b, is: true}]}}",
        "{activity: support, fields: {a: {end: delete}}}",
        "{activity: support, technical: [a, a]}"
      })
  void faultyPlaces(String place) {
    agree(
        DataMapLanguage.dataMap(), "{system: shop, places: {p: %s}}".formatted(flow(place)), false);
  }

  @Test
  void wordsHaveAnEnd() {
    String word = "a" + "-a".repeat(1_000);
    agree(DataMapLanguage.dataMap(), "{system: %s}".formatted(word.substring(0, 1_999)), true);
    agree(DataMapLanguage.dataMap(), "{system: %s}".formatted(word), false);
  }

  private static String flow(String place) {
    return place.startsWith("{") ? place : "{" + place + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: partner, country: FR, proof: {document: docs/a.md, until: 2027-12-31}}",
        "{kind: stripe, key: env:K, address: \"https://pay.example\", activity: [billing, shop]}",
        "{kind: stripe, country: IE}",
        "{kind: postgres, host: env:H, port: 5432, database: d, user: u, password: file:p}",
        "{kind: mysql, host: h, database: d, user: u, password: env:P, tls: off,"
            + " statement-timeout: 1 minute, networks: [192.0.2.0/24], operator: shop, zone: UTC}"
      })
  void soundSystems(String system) {
    agree(SystemsLanguage.systems(), "{systems: {a: %s}}".formatted(system), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{country: FR}",
        "{kind: postgres, host: h, database: d, user: u}",
        "{kind: postgres, host: h, database: d, user: u, password: hunter2}",
        "{kind: stripe, key: sk_live_1}",
        "{kind: stripe, address: \"https://pay.example\"}",
        "{kind: stripe, activity: billing}",
        "{kind: partner, host: \"env:1\"}",
        "{kind: partner, tls: none}",
        "{kind: partner, proof: {document: ../a.md, until: 2027-12-31}}",
        "{kind: partner, statement-timeout: 10}",
        "{kind: partner, port: 0}",
        "{kind: partner, port: 70000}",
        "{kind: partner, port: many}"
      })
  void faultySystems(String system) {
    agree(SystemsLanguage.systems(), "{systems: {a: %s}}".formatted(system), false);
  }
}
