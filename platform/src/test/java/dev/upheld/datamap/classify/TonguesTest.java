package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables as programmers of several countries write them. What a person would call personal stands
 * behind a star; the other columns of the same table must not be judged so.
 */
class TonguesTest {
  private static final String ASSOCIATION =
      """
      tbl_adherents: id, num_adherent*, civ, nom*, prenom*, datenaissance:DATE*, adr_postale*, cp*, ville*, tel_portable*,
        courriel*, date_adhesion:DATE, cotisation:DECIMAL, observations*, actif:BOOLEAN
      types_adherents: id, libelle, tarif:DECIMAL
      evenements: id, titre, lieu_id:WHOLE, date_debut:TIMESTAMP, nb_places:WHOLE
      produits: id, reference, libelle, prix_ht:DECIMAL, code_barres, poids:DECIMAL
      """;

  private static final String PRACTICE =
      """
      patienten: patnr:WHOLE, anrede*, vorname*, nachname*, gebdatum:DATE*, strasse*, hausnr*, plz*, wohnort*, telefonnr*,
        krankenkasse*, versichertennr*, letzter_besuch:DATE
      behandlungen: id:WHOLE, patnr:WHOLE, diagnose*, datum:DATE, dauer:WHOLE, betrag:DECIMAL
      lieferanten: id:WHOLE, firma, strasse, plz, ort, telefon, kundennummer_intern:WHOLE
      artikel: artikelnr, bezeichnung, einheit, preis:DECIMAL, lagerort:WHOLE
      """;

  private static final String COLLEGE =
      """
      alumnos: id_alumno:WHOLE, nombres*, apellido_paterno*, apellido_materno*, fecnac:DATE*, dni*, correo*, celular*,
        direccion*, distrito*, estado, foto*
      profesores: codigo:WHOLE, nombre*, apellidos*, telefonocasa*, clave_acceso*, fecha_ingreso:DATE*
      cursos: id:WHOLE, nombre, creditos:WHOLE, descripcion, horas:WHOLE
      tipo_usuario: id:WHOLE, nombre, descripcion
      """;

  private static final String CLUB =
      """
      soci: id:WHOLE, cognome*, nome*, codfiscale*, data_nascita:DATE*, luogo_nascita*, indirizzo*, cap*, comune*,
        prov*, cellulare*, email*, quota:DECIMAL, note*
      corsi: id:WHOLE, nome, descrizione, prezzo:DECIMAL, durata:WHOLE
      """;

  private static final String SCHOOL =
      """
      oppilaat: id:WHOLE, etunimet*, sukunimi*, hetu*, lahiosoite*, postino*, postitp*, puh*, sposti*, luokka_id:WHOLE
      tuotteet: tuoteno, nimitys, hinta:DECIMAL, maara:WHOLE
      maat: koodi, nimi
      """;

  private static final String DESK =
      """
      desk_users: user_id:WHOLE, first*, last*, nickname*, user_email*, email_token*, newpassword*, must_change_password, locked:BOOLEAN
      machines: id:WHOLE, hostname, address_family, last, os, purchased:DATE
      jobs: id:WHOLE, queue, assignee*, first, hostname, duration:WHOLE
      """;

  static Stream<Arguments> schemas() {
    return Stream.of(
        Arguments.of("French", ASSOCIATION),
        Arguments.of("German", PRACTICE),
        Arguments.of("Spanish", COLLEGE),
        Arguments.of("Italian", CLUB),
        Arguments.of("Finnish", SCHOOL),
        Arguments.of("English", DESK));
  }

  /** A column and whether a person would call it personal. */
  private record Column(String name, TypeFamily family, boolean personal) {}

  private static Map<String, List<Column>> parse(String text) {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    for (String line : text.strip().replace(",\n", ", ").split("\n", -1)) {
      String[] parts = line.split(":", 2);
      List<Column> columns = new ArrayList<>();
      for (String column : parts[1].split(",", -1)) {
        String bare = column.strip().replace("*", "");
        String[] typed = bare.split(":", 2);
        TypeFamily family = typed.length > 1 ? TypeFamily.valueOf(typed[1]) : TypeFamily.TEXT;
        columns.add(new Column(typed[0], family, column.contains("*")));
      }
      tables.put(parts[0].strip(), columns);
    }
    return tables;
  }

  private static Judgement judge(String table, List<Column> columns, int at, String prefix) {
    Map<String, TypeFamily> families = new LinkedHashMap<>();
    columns.forEach(c -> families.put(prefix + c.name(), c.family()));
    TableContext context = TableContext.of(families, Set.of());
    ColumnFacts bare =
        ColumnFacts.of(table, prefix + columns.get(at).name(), columns.get(at).family());
    return Classifier.judge(
        new ColumnFacts(
            table, bare.column(), bare.family(), bare.comment(), bare.length(), false, context));
  }

  private static List<String> wrong(String text, String prefix) {
    List<String> wrong = new ArrayList<>();
    parse(text)
        .forEach(
            (table, columns) -> {
              for (int i = 0; i < columns.size(); i++) {
                Judgement judgement = judge(table, columns, i, prefix);
                if ((judgement.nature() == Nature.PERSONAL) != columns.get(i).personal()) {
                  wrong.add(table + "." + columns.get(i).name() + " " + judgement);
                }
              }
            });
    return wrong;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void tablesOfOtherCountriesAreRead(String tongue, String schema) {
    assertThat(wrong(schema, "")).as(tongue).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void whatAllNamesOfATableBeginWithChangesNothing(String tongue, String schema) {
    Random random = new Random(7);
    for (int round = 0; round < 5; round++) {
      String prefix =
          "" + (char) ('q' + random.nextInt(9)) + (char) ('q' + random.nextInt(9)) + "_";
      assertThat(wrong(schema, prefix)).as(tongue + " behind " + prefix).isEmpty();
    }
  }

  @Test
  void whoWroteARowIsNobodyWhenItIsAnIdentifier() {
    Map<String, TypeFamily> columns = Map.of("id", TypeFamily.TEXT, "created_by", TypeFamily.TEXT);
    Map<String, Integer> short24 = Map.of("id", 24, "created_by", 24);
    Map<String, Integer> longer = Map.of("id", 24, "created_by", 255);
    assertThat(createdBy(TableContext.of(columns, Set.of(), short24), 24))
        .isNotEqualTo(Nature.PERSONAL);
    assertThat(createdBy(TableContext.of(columns, Set.of(), longer), 255))
        .isEqualTo(Nature.PERSONAL);
  }

  private static Nature createdBy(TableContext context, int length) {
    return Classifier.judge(
            new ColumnFacts(
                "posts",
                "created_by",
                TypeFamily.TEXT,
                Optional.empty(),
                Optional.of(length),
                false,
                context))
        .nature();
  }
}
