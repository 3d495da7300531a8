package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Columns called c1 to cn, whose values alone can tell what they hold. */
class ContentAloneTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int COLUMNS = 40;
  private static final int VALUES = 60;
  private static final List<String> WORDS =
      List.of("anna", "lee", "moon", "garden", "peak", "ari", "wolf", "sun", "nord", "kim");

  private static final Map<String, Function<Random, String>> PERSONAL =
      new TreeMap<>(
          Map.of(
              "pd:EmailAddress", ContentAloneTest::mail,
              "pd:TelephoneNumber", ContentAloneTest::phone,
              "pd:IPAddress", ContentAloneTest::address,
              "pd:MACAddress", r -> hex(r, 12).replaceAll("(..)(?=.)", "$1:"),
              "pd:BankAccount", ContentAloneTest::iban,
              "pd:PaymentCardNumber", ContentAloneTest::card,
              "pd:Password", ContentAloneTest::hash,
              "pd:OfficialID", ContentAloneTest::nationalId,
              "pd:UserAgent",
                  r -> "Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko".formatted(r.nextInt(200))));

  private static final Map<String, Function<Random, String>> OTHERS =
      new TreeMap<>(
          Map.of(
              "versions", r -> "%d.%d.%d".formatted(r.nextInt(9), r.nextInt(30), r.nextInt(9)),
              "host names", r -> word(r) + "-" + r.nextInt(99) + ".eu.svc.example",
              "digests of files", r -> hex(r, 64),
              "numbers of orders", r -> "A-2026-" + (10000 + r.nextInt(90000)),
              "prices", r -> String.format(Locale.ROOT, "%d.%02d", r.nextInt(900), r.nextInt(100)),
              "products", r -> "Steel " + word(r) + " " + r.nextInt(500) + " mm",
              "settings",
                  r -> "{\"width\": %d, \"theme\": \"%s\"}".formatted(r.nextInt(900), word(r)),
              "paths", r -> "/var/lib/" + word(r) + "/" + word(r) + ".png",
              "mailboxes of roles", r -> "no-reply@" + word(r) + ".example",
              "mailboxes of machines", r -> "jenkins+" + r.nextInt(9999) + "@build.example"));

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String mail(Random random) {
    return "%s.%s%d@mail.example".formatted(word(random), word(random), random.nextInt(100));
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    random.ints(count, 0, 10).forEach(digits::append);
    return digits.toString();
  }

  private static String hex(Random random, int count) {
    StringBuilder hex = new StringBuilder();
    random.ints(count, 0, 16).forEach(d -> hex.append(Character.forDigit(d, 16)));
    return hex.toString();
  }

  private static String phone(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "+33 6 " + digits(random, 2) + " " + digits(random, 2) + " " + digits(random, 4);
      case 1 -> "06 12 34 " + digits(random, 2) + " " + digits(random, 2);
      case 2 -> "+358" + digits(random, 9);
      default -> "(212) 555-" + digits(random, 4);
    };
  }

  private static String address(Random random) {
    return random.nextBoolean()
        ? "203.0.113." + random.nextInt(256)
        : "2001:db8:%x::%x".formatted(random.nextInt(65536), random.nextInt(65536));
  }

  private static String iban(Random random) {
    String account = digits(random, 18);
    BigInteger checked = new BigInteger(account + "131400"); // DE, and no check digits yet
    int rest = checked.mod(BigInteger.valueOf(97)).intValue();
    return "DE%02d%s".formatted(98 - rest, account);
  }

  private static String card(Random random) {
    String digits = "4970" + digits(random, 11);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = digits.charAt(i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static String hash(Random random) {
    return "$2b$12$" + hex(random, 53);
  }

  private static String nationalId(Random random) {
    String born = "%02d%02d%02d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 60);
    String number = digits(random, 3);
    int rest = Integer.parseInt(born + number) % 31;
    return born + "-" + number + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(rest);
  }

  private static Judgement judge(int column, Function<Random, String> values, Random random) {
    ValueTally tally = new ValueTally();
    for (int i = 0; i < VALUES; i++) {
      tally.text(values.apply(random));
    }
    return Classifier.judge(ColumnFacts.of("t1", "c" + column, TypeFamily.TEXT), tally, TODAY);
  }

  @Test
  void whatPeopleLeaveBehindIsFoundWithoutAName() {
    Random random = new Random(42);
    PERSONAL.forEach(
        (term, values) -> {
          int found = 0;
          for (int column = 0; column < COLUMNS; column++) {
            Judgement judgement = judge(column, values, random);
            boolean right = judgement.term().filter(term::equals).isPresent();
            found += judgement.nature() == Nature.PERSONAL && right ? 1 : 0;
          }
          assertThat((double) found / COLUMNS).as(term).isGreaterThanOrEqualTo(0.8);
        });
  }

  @Test
  void whatIsNobodysIsNotTakenForPersonal() {
    Random random = new Random(43);
    OTHERS.forEach(
        (what, values) -> {
          for (int column = 0; column < COLUMNS; column++) {
            Judgement judgement = judge(column, values, random);
            assertThat(judgement.nature()).as(what + judgement).isNotEqualTo(Nature.PERSONAL);
          }
        });
  }

  @Test
  void documentsAreOpened() {
    Random random = new Random(44);
    Judgement values = judge(1, r -> "{\"a\": {\"b\": [\"" + mail(r) + "\"]}, \"n\": 1}", random);
    Judgement keys = judge(2, r -> "{\"lastName\": \"" + word(r) + "\"}", random);
    assertThat(values.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(keys.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(values.reasons() + "" + keys.reasons()).doesNotContain("@").doesNotContain("anna");
  }

  @Test
  void namesAndStreetsAreToldByLexiconAndShape() {
    List<String> names = List.of("Marie Dupont", "JOHN SMITH", "Matti Virtanen", "Ana López");
    List<String> films = List.of("Academy Dinosaur", "Ace Goldfinger", "Blue Harvest", "Up");
    List<String> streets = List.of("12 rue des Lilas", "Hauptstraße 5", "47 Hanoi Way");
    Random random = new Random(45);
    Judgement people = judge("customers", "c1", random, names);
    Judgement things = judge("t1", "c1", random, films);
    Judgement homes = judge("t1", "c1", random, streets);
    assertThat(people.term()).contains("pd:Name");
    assertThat(people.nature()).isEqualTo(Nature.PERSONAL);
    assertThat(things.nature()).isNotEqualTo(Nature.PERSONAL);
    assertThat(homes.term()).contains("pd:PhysicalAddress");
  }

  private static Judgement judge(String table, String column, Random random, List<String> values) {
    ValueTally tally = new ValueTally();
    for (int i = 0; i < 25; i++) {
      tally.text(values.get(random.nextInt(values.size())));
    }
    return Classifier.judge(ColumnFacts.of(table, column, TypeFamily.TEXT), tally, TODAY);
  }
}
