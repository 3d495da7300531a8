package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.BoundClock.Missing;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Pick;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Link.Kind;
import dev.upheld.datamap.Marker;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataMapReaderTest {
  private static final Names NAMES =
      new Names(
          Set.of("accounts", "support", "billing"),
          Set.of("customers"),
          Set.of("email", "name", "message-content"),
          Set.of("active", "archive"),
          Set.of("collected", "last-contact", "closed"),
          Set.of("shop"));

  private static final String SHOP =
      """
      system: shop-db
      places:
        account:
          activity: [accounts, support]
          stage: active
          subject: {customers: id}
          residence: {customers: country}
          clocks:
            collected: created_at
            closed: {column: ended, as: epoch-millis, missing: unknown}
          states:
            unverified: {column: verified_at, is: "null"}
            second-factor: {column: totp, is: not-null}
            asleep: {column: awake, is: "false"}
            awake: {column: awake, is: true}
          exempt:
            dispute: {all: [{column: status, in: [open, "on hold"]}, {column: paid, is: false}]}
            hold: {until: hold_until}
          only: {column: kind, not-in: test}
          fields:
            email: {data: email, end: delete}
            name: name
          technical: [id, created_at]
        ticket:
          table: help.Ticket
          activity: support
          key: [shop, number]
          clocks:
            last-contact: {max: message.sent_at, via: [shop, ticket], else: {min: message.sent_at, via: [shop, ticket], else: opened}}
            contract-end: {of: account.ended, via: account_id, as: epoch-seconds}
            decided: {latest: [a, {earliest: [b, c]}]}
            other: when
          links:
            account_id: {to: account.id, kind: owns}
            owner: {to: account, kind: mentions}
          fields:
            body: {data: message-content, end: redact}
        message:
          activity: support
          links:
            - {via: [shop, ticket], to: ticket, kind: owns}
            - {via: [shop, reply], to: ticket, key: [shop, id], kind: shared}
        odd:
          table: '"my.schema"."Weird ""Table"'
          activity: support
      ignore:
        country: no personal data
        '"a.b".c d': empty since 2024
      """;

  private static DataMapReader.Result read(String yaml) {
    return DataMapReader.read(
        "shop-db",
        YamlReader.read("datamap/shop-db.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
        NAMES);
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }

  private static Map<String, Place> sound(String yaml) {
    DataMapReader.Result result = read(yaml);
    assertThat(result.faults()).isEmpty();
    return result.places();
  }

  private static final String SOUND = SHOP.replace("Weird \"\"Table", "Weird Table");

  @Test
  void readsAPlace() {
    Place account = at(sound(SOUND), "account");
    assertThat(account.table()).isEqualTo(new TableName(Optional.empty(), "account"));
    assertThat(account.activities()).containsExactlyInAnyOrder("accounts", "support");
    assertThat(account.stage()).contains("active");
    assertThat(account.key()).containsExactly("id");
    assertThat(account.subjects()).containsExactly(Map.entry("customers", "id"));
    assertThat(account.residence()).containsExactly(Map.entry("customers", "country"));
    assertThat(account.technical()).containsExactlyInAnyOrder("id", "created_at");
    assertThat(account.at()).isEqualTo(new Location("datamap/shop-db.yaml", 3, 3));
    assertThat(at(account.fields(), "email").end()).contains(EndAction.DELETE);
    assertThat(at(account.fields(), "email").at().line()).isEqualTo(21);
    assertThat(at(account.fields(), "name").word()).isEqualTo("name");
    assertThat(at(account.fields(), "name").end()).isEmpty();
  }

  @Test
  void readsAMarkerOfRestrictedPeople() {
    String place =
        "system: shop-db\nplaces:\n  account:\n    activity: accounts\n"
            + "    subject: {customers: id}\n    technical: [id]\n    restriction: ";
    assertThat(at(sound(place + "{column: frozen, value: true}"), "account").restriction())
        .contains(new Marker("frozen", "true", Optional.of("false")));
    assertThat(at(sound(place + "{column: state, value: frozen}"), "account").restriction())
        .contains(new Marker("state", "frozen", Optional.empty()));
    assertThat(at(sound(place + "{column: c, value: \"1\", free: \"0\"}"), "account").restriction())
        .contains(new Marker("c", "1", Optional.of("0")));
    assertThat(faults(place + "{column: state, value: x, free: x}"))
        .singleElement()
        .asString()
        .contains("bad-marker");
    assertThat(
            faults(
                (place + "{column: frozen, value: true}")
                    .replace("    subject: {customers: id}\n", "")))
        .singleElement()
        .asString()
        .contains("bad-marker");
    assertThat(faults(place + "{value: true}")).isNotEmpty();
  }

  @Test
  void readsClocks() {
    Map<String, Place> places = sound(SOUND);
    assertThat(at(places, "account").clocks())
        .containsEntry(
            "collected",
            new BoundClock(
                "collected", new Clock.Column("created_at", Reading.NATIVE), Missing.UNKNOWN))
        .containsEntry(
            "closed",
            new BoundClock(
                "closed", new Clock.Column("ended", Reading.EPOCH_MILLIS), Missing.UNKNOWN));
    Map<String, BoundClock> clocks = at(places, "ticket").clocks();
    TableName message = TableName.parse("message");
    List<String> via = List.of("shop", "ticket");
    List<String> key = List.of("shop", "number");
    assertThat(at(clocks, "last-contact").clock())
        .isEqualTo(
            new Clock.FirstKnown(
                List.of(
                    new Clock.Linked(Pick.MAX, message, "sent_at", Reading.NATIVE, via, key),
                    new Clock.FirstKnown(
                        List.of(
                            new Clock.Linked(
                                Pick.MIN, message, "sent_at", Reading.NATIVE, via, key),
                            new Clock.Column("opened", Reading.NATIVE))))));
    assertThat(at(clocks, "contract-end"))
        .isEqualTo(
            new BoundClock(
                "contract-end",
                new Clock.Parent(
                    TableName.parse("account"),
                    "ended",
                    Reading.EPOCH_SECONDS,
                    List.of("account_id"),
                    List.of("id")),
                Missing.NOT_YET));
    assertThat(at(clocks, "decided").clock())
        .isEqualTo(
            new Clock.Latest(
                List.of(
                    new Clock.Column("a", Reading.NATIVE),
                    new Clock.Earliest(
                        List.of(
                            new Clock.Column("b", Reading.NATIVE),
                            new Clock.Column("c", Reading.NATIVE))))));
    assertThat(at(clocks, "other").missing()).isEqualTo(Missing.UNKNOWN);
  }

  @Test
  void readsConditions() {
    Place account = at(sound(SOUND), "account");
    assertThat(account.states())
        .containsEntry("unverified", new Condition.IsNull("verified_at", false))
        .containsEntry("second-factor", new Condition.IsNull("totp", true))
        .containsEntry("asleep", new Condition.IsTrue("awake", true))
        .containsEntry("awake", new Condition.IsTrue("awake", false));
    assertThat(account.exempt())
        .containsEntry(
            "dispute",
            new Condition.All(
                List.of(
                    new Condition.In("status", List.of("open", "on hold"), false),
                    new Condition.IsTrue("paid", true))))
        .containsEntry(
            "hold", new Condition.NotYet(new Clock.Column("hold_until", Reading.NATIVE)));
    assertThat(account.only()).contains(new Condition.In("kind", List.of("test"), true));
  }

  @Test
  void readsLinksAndNames() {
    DataMapReader.Result result = read(SOUND);
    assertThat(at(result.places(), "ticket").table())
        .isEqualTo(new TableName(Optional.of("help"), "Ticket"));
    assertThat(at(result.places(), "ticket").links())
        .containsExactly(
            new Link(List.of("account_id"), "account", List.of("id"), Kind.OWNS),
            new Link(List.of("owner"), "account", List.of("id"), Kind.MENTIONS));
    assertThat(at(result.places(), "message").links())
        .containsExactly(
            new Link(List.of("shop", "ticket"), "ticket", List.of("shop", "number"), Kind.OWNS),
            new Link(List.of("shop", "reply"), "ticket", List.of("shop", "id"), Kind.SHARED));
    assertThat(at(result.places(), "odd").table())
        .isEqualTo(new TableName(Optional.of("my.schema"), "Weird Table"));
    assertThat(result.ignored())
        .containsEntry(new TableName(Optional.of("a.b"), "c d"), "empty since 2024")
        .containsEntry(TableName.parse("country"), "no personal data");
  }

  @Test
  void saysWhatANullMeans() {
    for (String event : List.of("closed", "contract-end", "decided", "unsubscribed")) {
      assertThat(Events.missing(event)).as(event).isEqualTo(Missing.NOT_YET);
    }
    for (String event : List.of("collected", "last-contact", "last-activity", "never-heard-of")) {
      assertThat(Events.missing(event)).as(event).isEqualTo(Missing.UNKNOWN);
    }
  }

  private static final String FAULTY =
      """
      system: shop
      places:
        account:
          activity: acounts
          stage: activ
          subject: {customer: id}
          clocks:
            last-contct: seen_at
            collected: {max: mesage.sent_at, via: a}
            closed: {of: account.x, via: [a, b]}
            decided: {latest: [a], via: b}
            paid: {column: a, via: b}
          links: {a: {to: acount.id, kind: owns}}
          fields:
            email: {data: emial, end: delete}
            both: email
          technical: [id, both]
        again:
          table: account
          activity: support
          fields: {both: name}
          technical: [email2]
        twice: {table: account, activity: support, technical: [both]}
        keyless:
          activity: support
          clocks: {collected: {max: account.at, via: k}}
          links: {a: {to: keyless, kind: owns}}
      ignore: {account: because}
      """;

  @Test
  void tellsEveryFaultAtItsPlace() {
    List<Problem> faults = read(FAULTY).faults();
    assertThat(faults)
        .extracting(p -> p.where().orElseThrow().line() + " " + p.code().code())
        .containsExactlyInAnyOrder(
            "1 misnamed-data-map",
            "4 unknown-map-activity",
            "5 unknown-stage",
            "6 unknown-map-subject",
            "8 unknown-map-event",
            "9 unknown-place",
            "10 bad-key",
            "11 bad-clock",
            "12 bad-clock",
            "13 unknown-place",
            "15 unknown-map-word",
            "17 column-clash",
            "3 column-clash",
            "18 column-clash",
            "21 column-clash",
            "23 duplicate-place",
            "23 column-clash",
            "23 column-clash",
            "26 bad-key",
            "27 bad-key");
    assertThat(faults)
        .filteredOn(p -> p.code() == DataMapCode.UNKNOWN_ACTIVITY)
        .first()
        .satisfies(p -> assertThat(p.mend()).contains("Did you mean \"accounts\"?"));
  }

  @Test
  void refusesWhatTheShapeRefuses() {
    assertThat(
            read("""
                    system: shop-db
                    places:
                      ticket:
                        activity: support
                        subjet: {customers: id}
                        clocks: {closed: {max: message.sent_at}, collected: {column: a, of: b.c}}
                        states: {open: {column: a}, shut: {is: not-null}, x: {column: a, is: null}}
                        only: {column: a, until: b}
                        fields: {a: {end: delete}, b: {data: email, end: destroy}}
                        links: {a: {to: b.c}}
                    """)
                .faults())
        .extracting(p -> p.where().orElseThrow().line() + " " + p.code().code())
        .contains(
            "5 unknown-key",
            "6 key-combination",
            "7 key-combination",
            "7 wrong-type",
            "8 key-combination",
            "9 missing-key",
            "9 unknown-choice",
            "10 missing-key");
  }

  @Test
  void takesHostileFilesCalmly() {
    StringBuilder places = new StringBuilder("system: shop-db\nplaces:\n");
    for (int i = 0; i < 12_000; i++) {
      places.append("  p%d: {table: t, activity: support, technical: [c]}\n".formatted(i));
    }
    assertThat(read(places.toString()).faults()).isNotEmpty();
    assertThat(read("[]").faults()).isNotEmpty();
    assertThat(read("").faults()).isNotEmpty();
    assertThat(read("system: {a: [1, 2]}\nplaces: [1]\nignore: x").faults()).hasSize(3);
    String deep = "{column: a, else: ".repeat(500) + "b" + "}".repeat(500);
    assertThat(
            read("system: shop-db\nplaces: {t: {activity: support, clocks: {closed: "
                    + deep
                    + "}}}")
                .faults())
        .isNotEmpty();
  }

  private static final String PARTS =
      """
      system: shop-db
      places:
        account:
          activity: accounts
          fields:
            profile->contact.email: {data: email, end: clear}
            value[name=mail]: email
            '"a->b"': name
          undecided:
            profile->nick: may be a name
          technical: [id, profile->settings.*, 'value[name=theme]']
      """;

  @Test
  void readsPartsOfColumns() {
    Place account = at(sound(PARTS), "account");
    Field path = at(account.fields(), "profile->contact.email");
    assertThat(path.column()).isEqualTo("profile");
    assertThat(path.inside()).contains(Inside.path("contact", "email"));
    assertThat(path.end()).contains(EndAction.CLEAR);
    assertThat(at(account.fields(), "value[name=mail]").inside())
        .contains(new Inside.Keyed("name", "mail"));
    assertThat(at(account.fields(), "\"a->b\"").column()).isEqualTo("a->b");
    assertThat(account.technical()).containsExactly("id");
    assertThat(account.technicalParts().toString())
        .isEqualTo("[profile->settings.*, value[name=theme]]");
    assertThat(account.wholeColumns()).containsExactlyInAnyOrder("id", "a->b");
    assertThat(account.fieldColumns())
        .containsExactlyInAnyOrder("id", "a->b", "profile", "value", "name");
  }

  private static List<String> faults(String yaml) {
    return read(yaml).faults().stream()
        .map(p -> p.where().map(Location::line).orElse(0) + " " + p.code().code() + ": " + p.what())
        .toList();
  }

  @Test
  void partsThatCannotBe() {
    assertThat(faults(PARTS.replace("profile->nick", "profile->")))
        .containsExactly(
            "10 bad-field-name: In \"profile->\", the path lacks a key: one stands after -> and"
                + " after each dot.");
    assertThat(faults(PARTS.replace("profile->nick", "profile->\"contact\".email")))
        .containsExactly(
            "10 column-clash: The part \"profile->contact.email\" is decided on and stands under"
                + " undecided as well.");
    assertThat(faults(PARTS.replace("'\"a->b\"': name", "profile->\"contact\".email: name")))
        .containsExactly(
            "8 column-clash: The part \"profile->contact.email\" is said to hold name and to hold"
                + " email.");
    assertThat(faults(PARTS.replace("'value[name=theme]'", "'value[name=mail]'")))
        .containsExactly(
            "11 column-clash: The part \"value[name=mail]\" is said to be technical and to hold"
                + " email.");
  }

  @Test
  void aColumnIsBoundInOneManner() {
    String decided = PARTS.replace("profile->nick", "nick");
    assertThat(faults(decided.replace("[id,", "[id, profile,")))
        .containsExactly(
            "3 column-clash: The column \"profile\" is bound as a whole here, and by paths as"
                + " well.");
    assertThat(faults(PARTS.replace("value[name=theme]", "value[kind=theme]")))
        .containsExactly(
            "3 column-clash: The column \"value\" is bound by the keys in kind here, and by the keys"
                + " in name as well.");
    assertThat(
            faults(
                PARTS
                    + """
                    second:
                      table: account
                      activity: support
                      fields: {value: name}
                  """
                        .indent(0)))
        .singleElement()
        .asString()
        .contains("\"value\" is bound as a whole here, and by the keys in name in the place");
  }

  @Test
  void aWholeUndecidedColumnMayHaveDecidedParts() {
    assertThat(faults(PARTS.replace("profile->nick", "profile"))).isEmpty();
    assertThat(faults(PARTS.replace("profile->nick", "'\"a->b\"->c'")))
        .singleElement()
        .asString()
        .contains("decided on");
  }
}
