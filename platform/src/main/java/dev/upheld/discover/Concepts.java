package dev.upheld.discover;

import dev.upheld.datamap.classify.NameWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What names of tables, activities and groups of people speak of, in several languages. A table and
 * an activity that speak of the same thing probably belong together.
 */
final class Concepts {

  /** What an activity may be about. */
  enum Topic {
    ACCOUNTS(
        """
        account user customer client member profile membership organisation organization company
        tenant identity registration kunde benutzer konto mitglied compte utilisateur adherent
        usuario cuenta cliente utente conto asiakas kayttaja tili\
        """),
    BILLING(
        """
        invoice invoicing bill billing payment charge refund subscription order purchase transaction
        receipt accounting ledger sale rental facture facturation paiement commande rechnung zahlung
        bestellung factura pago pedido fattura pagamento ordine lasku maksu tilaus\
        """),
    SUPPORT(
        """
        support ticket helpdesk conversation chat message complaint reclamation anfrage soporte
        assistenza tuki\
        """),
    RECRUITMENT(
        """
        recruitment recruit recruiting hiring candidate applicant interview vacancy resume bewerber
        bewerbung candidat candidature recrutement candidato hakija rekrytointi\
        """),
    NEWSLETTER(
        """
        newsletter subscriber mailing campaign marketing abonne abonnent suscriptor iscritto
        uutiskirje\
        """),
    AUDIENCE(
        """
        audience visit visitor pageview analytics statistic tracking besuch besucher visite visiteur
        visita visitante kaynti\
        """),
    SECURITY(
        """
        security audit login attempt intrusion alert secure securite sicherheit seguridad sicurezza
        tietoturva\
        """),
    LOGS(
        """
        log request trace fault debug protokoll journal registro loki\
        """),
    STAFF(
        """
        employee staff payroll personnel salarie mitarbeiter empleado dipendente tyontekija\
        """),
    CARE("patient treatment appointment prescription diagnosis medical care soin behandlung"),
    LEARNING(
        """
        student pupil teacher course enrolment enrollment lesson grade eleve enseignant schuler
        lehrer alumno studente oppilas opettaja\
        """),
    BOOKING("booking reservation reservierung buchung reserva prenotazione varaus"),
    DELIVERY("delivery shipment shipping parcel livraison lieferung entrega consegna toimitus");

    private final String text;

    Topic(String text) {
      this.text = text;
    }
  }

  private static final Map<Topic, Set<String>> TOPICS =
      Arrays.stream(Topic.values())
          .collect(Collectors.toUnmodifiableMap(topic -> topic, topic -> words(topic.text)));

  /** Groups of people. */
  private static final Map<String, Set<String>> PEOPLE =
      Map.of(
          "customer",
              words(
                  """
                  customer client account user member buyer guest shopper passenger kunde benutzer
                  mitglied utilisateur adherent cliente usuario utente asiakas kayttaja compte konto
                  """),
          "candidate", words("candidate applicant bewerber candidat candidato hakija"),
          "visitor", words("visitor visitante visiteur besucher kavija reader"),
          "subscriber", words("subscriber abonne abonnent suscriptor iscritto tilaaja"),
          "staff",
              words(
                  """
                  staff employee worker personnel salarie employe mitarbeiter empleado dipendente
                  tyontekija colleague agent
                  """),
          "patient", words("patient paziente paciente potilas"),
          "student", words("student pupil eleve schuler alumno studente oppilas"),
          "prospect", words("prospect lead contact interessent kontakt contacto contatto"));

  private Concepts() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /** Words and their singulars of several names. */
  static Set<String> stems(Collection<String> names) {
    Set<String> stems = new LinkedHashSet<>();
    for (String name : names) {
      for (String word : NameWords.of(name).inOrder()) {
        stems.add(word);
        stems.add(singular(word));
      }
    }
    return stems;
  }

  private static String singular(String word) {
    if (word.length() > 3 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  static Set<Topic> topics(Set<String> stems) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    TOPICS.forEach(
        (topic, words) -> {
          if (!Collections.disjoint(stems, words)) {
            topics.add(topic);
          }
        });
    return topics;
  }

  /** Which groups of people the words speak of. */
  static Set<String> people(Set<String> stems) {
    return PEOPLE.entrySet().stream()
        .filter(e -> !Collections.disjoint(e.getValue(), stems))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of the table's last word, which says what a row is: {@code customer_type} is no customer. */
  static Set<String> peopleOfTable(String table) {
    List<String> words = NameWords.of(table).inOrder();
    return words.isEmpty() ? Set.of() : people(stems(List.of(words.getLast())));
  }
}
