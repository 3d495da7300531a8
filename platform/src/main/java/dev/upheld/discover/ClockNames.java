package dev.upheld.discover;

import dev.upheld.datamap.Clock;
import dev.upheld.datamap.classify.NameWords;
import dev.upheld.discover.Survey.SeenColumn;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which event a column's moment is of, by its name and type. */
final class ClockNames {

  /**
   * @param event a word the data map knows
   * @param column where the moment stands
   * @param reading how it is to be read
   */
  record Seen(String event, String column, Clock.Reading reading, double confidence, String why) {}

  /** Words of which one must be there from each set. */
  private record Rule(String event, double confidence, List<Set<String>> all) {
    boolean fits(NameWords words) {
      return all.stream().noneMatch(any -> Collections.disjoint(any, words.inOrder()));
    }
  }

  /** The first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          rule("fiscal-year-end", 0.7, "year fiscal exercice", "closed close end ended cloture"),
          rule("unsubscribed", 0.95, "unsubscribed unsubscribe unsubscription optout"),
          rule(
              "contract-end",
              0.85,
              "contract subscription membership account contrat vertrag contrato contratto sopimus",
              "end ended ends ending terminated termination cancelled canceled closed fin ende"),
          rule("last-contact", 0.95, "last dernier letzte", "contact contacted kontakt"),
          rule("last-login", 0.95, "last dernier letzte", "login logon signin connexion"),
          rule(
              "last-activity",
              0.9,
              "last latest dernier letzte",
              "seen activity active visit visited access accessed used"),
          rule(
              "last-change",
              0.8,
              "last latest",
              "update updated modified modification change changed"),
          rule("deleted", 0.9, "deleted erased removed supprime geloscht eliminado poistettu"),
          rule("decided", 0.85, "decided decision"),
          rule("closed", 0.9, "closed close resolved cloture geschlossen cerrado chiuso suljettu"),
          rule("paid", 0.9, "paid paye bezahlt pagado pagato maksettu"),
          rule("sent", 0.9, "sent envoye gesendet enviado inviato lahetetty"),
          rule(
              "collected",
              0.9,
              """
              created creation inserted added registered registration signup joined enrolled logged
              happened occurred recorded visited received cree creado creato erstellt angelegt luotu
              crdate ctime insert create\
              """),
          rule("collected", 0.6, "confirmed issued ordered booked submitted applied timestamp ts"));

  /** Words that say that something is a moment, in six languages. */
  private static final Set<String> MOMENT =
      Set.of(
          "date",
          "datetime",
          "time",
          "moment",
          "at",
          "on",
          "day",
          "datum",
          "zeitpunkt",
          "tag",
          "jour",
          "heure",
          "fecha",
          "hora",
          "data",
          "ora",
          "giorno",
          "pvm",
          "paivamaara",
          "aika");

  private static final double OWN = 0.7;

  private ClockNames() {}

  private static Rule rule(String event, double confidence, String... all) {
    return new Rule(
        event,
        confidence,
        Arrays.stream(all).map(any -> Set.of(any.strip().split("\\s+", -1))).toList());
  }

  /**
   * Empty where the column holds no moment, or its name tells nothing.
   *
   * @param table its name: {@code payment_date} is when a payment came to be
   */
  static Optional<Seen> of(SeenColumn column, String table) {
    Optional<Clock.Reading> reading = reading(column);
    NameWords words = NameWords.of(column.name());
    return reading.flatMap(
        as ->
            RULES.stream()
                .filter(rule -> rule.fits(words))
                .findFirst()
                .map(
                    rule ->
                        new Seen(
                            rule.event(),
                            column.name(),
                            as,
                            rule.confidence(),
                            "its name and type say so"))
                .or(() -> own(column.name(), words.inOrder(), table, as)));
  }

  private static Optional<Seen> own(
      String column, List<String> words, String table, Clock.Reading reading) {
    List<String> about = words.stream().filter(w -> !MOMENT.contains(w)).toList();
    boolean itsOwn =
        about.size() < words.size() && Concepts.stems(List.of(table)).containsAll(about);
    return itsOwn
        ? Optional.of(new Seen("collected", column, reading, OWN, "it is the row's own date"))
        : Optional.empty();
  }

  private static Optional<Clock.Reading> reading(SeenColumn column) {
    return switch (column.column().type()) {
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> Optional.of(Clock.Reading.NATIVE);
      case WHOLE, DECIMAL -> column.epoch();
      case TEXT, BOOLEAN, ADDRESS, BYTES, JSON, UUID, ARRAY, OTHER -> Optional.empty();
    };
  }
}
