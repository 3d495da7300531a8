package dev.upheld.demo.tables;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Invented words to make invented people of. No list is copied from anywhere. */
final class Lexicon {
  private static final Pattern NOT_ASCII_LETTER = Pattern.compile("[^a-z]");

  static final List<String> FIRST =
      List.of(
          "Avelune",
          "Bérélie",
          "Corvane",
          "Daphiline",
          "Éloïsandre",
          "Fauvine",
          "Garlande",
          "Joriane",
          "Maëlvin",
          "Orphée-Lune",
          "Sylvandre",
          "Théobasse",
          "Aulikka",
          "Eerovainen",
          "Hillamaija",
          "Ilmorauha",
          "Päivö",
          "Tuulisade",
          "Väinäjä",
          "Brunhardt",
          "Gerlinda",
          "Jörgwin",
          "Käthelore",
          "Wolframund",
          "Alborinda",
          "Cesarilo",
          "Íñigar",
          "Lucerita",
          "Montsellé",
          "Rodrigaldo",
          "Anselmira",
          "Fiorenzio",
          "Ludovisia",
          "Bogumilka",
          "Świętosz",
          "Zdzisława-Mira",
          "Idrissal",
          "Noursabah",
          "Yasmiral",
          "Zouheida",
          "Bramwell-Jo",
          "Maribeth-Lou",
          "Oakley-Ray",
          "Tamsinette");

  static final List<String> LAST =
      List.of(
          "Aubrelac",
          "Bois-Tremblant",
          "Chantefaille",
          "d'Ormevent",
          "Grandpluie",
          "L'Échasse",
          "Montbrisard",
          "Roquelaune",
          "Vaudargent",
          "Hietakorpela",
          "Järvenhauta",
          "Kivisuolainen",
          "Mäntyläinen-Suo",
          "Pöllöharju",
          "Talvirinne",
          "Ackerwaldt",
          "Grünhaupter",
          "Kieselbrück",
          "Mühlsteiner-Au",
          "Österwieck",
          "Schönebirk",
          "Almendrosa",
          "Cañaverde",
          "de la Lumbrera",
          "Fuentepiña",
          "Ibarrolaza",
          "Acquasalda",
          "Boscoraro",
          "Della Brinata",
          "Monteverna",
          "Bżozowicz",
          "Kłosowiański",
          "Wierzbnicki",
          "Ait Tafsut",
          "Ben Zerhoune",
          "El Mandari",
          "Oulad Rihane",
          "Applethwick",
          "Fernsby-Hale",
          "O'Brannagh",
          "Quillington",
          "Stormcroft",
          "Windlesea");

  /** The same people as a mailbox would spell them. */
  static final List<String> FIRST_ASCII = FIRST.stream().map(Lexicon::ascii).toList();

  static final List<String> LAST_ASCII = LAST.stream().map(Lexicon::ascii).toList();

  static final List<String> TITLE = List.of("Mme", "M.", "Frau", "Herr", "Ms", "Mr", "Mx", "Dr");

  static final List<String> EU_MAIL =
      List.of(
          "boreal.example",
          "courriel-gris.example",
          "fjordmail.example",
          "lettre.example",
          "nuage-post.example",
          "posti-pilvi.example",
          "quillpost.example");

  static final List<String> US_MAIL =
      List.of("mailbox.example", "prairie-mail.example", "stampless.example");

  static final List<String> STREET =
      List.of(
          "rue des Trois-Nuages",
          "allée du Vent d'Ouest",
          "quai de la Brume",
          "Pilvenkatu",
          "Tuulihaankatu",
          "Wolkengasse",
          "Am Nebelhang",
          "calle del Viento",
          "plaza de la Niebla",
          "via delle Nuvole",
          "ulica Mglista",
          "Cloudberry Lane",
          "Drizzle Court",
          "Mistral Road");

  static final List<String> EU_CITY =
      List.of(
          "Nébuville",
          "Saint-Orage-sur-Loiret",
          "Pilvilä",
          "Sumusalmi",
          "Wolkenfurt",
          "Nieselbach",
          "Villaneblina",
          "Nuvolara",
          "Mgłowiec",
          "Bruimsdorp",
          "Cloudkilty");

  static final List<String> US_CITY =
      List.of(
          "Cumulus Falls, OR",
          "Stratus, NE",
          "Drizzle Bay, ME",
          "Fogmont, VT",
          "Thundercreek, OK",
          "Hailstone, WY",
          "New Nimbus, OH",
          "Mistwood, WA");

  /** Member States first: most customers live there. */
  static final List<String> EU_COUNTRY =
      List.of(
          "FR", "FR", "FR", "FR", "FR", "FR", "DE", "DE", "FI", "FI", "ES", "IT", "BE", "IE", "PL",
          "SE", "NL", "PT", "AT", "CH", "GB", "MA");

  static final List<String> COMPANY =
      List.of(
          "Altocumulus",
          "Bise Noire",
          "Cirrus & Fils",
          "Drizzlewick",
          "Embrun",
          "Fogbank",
          "Giboulée",
          "Halo Solaire",
          "Kuuransa",
          "Lumikide",
          "Mistralis",
          "Nebelhorn",
          "Orage Doux",
          "Pilvilinna",
          "Rosée",
          "Sturmglas",
          "Tramontane",
          "Zephyrine");

  static final List<String> EU_FORM = List.of("SAS", "SARL", "Oy", "GmbH", "SL", "Srl", "BV");

  static final List<String> US_FORM = List.of("LLC", "Inc.", "Corp.");

  static final List<String> ADJECTIVE =
      List.of(
          "amber", "brisk", "calm", "dapper", "eager", "frosty", "gentle", "hazy", "ivory", "jolly",
          "kindly", "lunar", "misty", "noble", "opal", "plucky", "quiet", "rapid", "sunny", "tidy");

  static final List<String> NOUN =
      List.of(
          "badger", "comet", "dune", "ember", "falcon", "glacier", "harbor", "island", "juniper",
          "kestrel", "lagoon", "meadow", "nebula", "otter", "pebble", "quartz", "ridge", "sparrow",
          "tundra", "willow");

  static final List<String> RUNTIME =
      List.of("java", "node", "python", "php", "go", "rust", "docker", "static");

  static final List<String> SUBJECT =
      List.of(
          "Build fails since this morning",
          "Question about my invoice",
          "Déploiement bloqué",
          "How do I add a domain?",
          "Certificate not renewed",
          "Laskun osoite on väärä",
          "Application redémarre en boucle",
          "Restore of a backup",
          "Zugang für eine Kollegin",
          "Metrics show nothing",
          "Changer d'offre",
          "Connection to the database refused");

  static final List<String> OPENING =
      List.of(
          "Hello, thank you for looking into this.", "Bonjour, je reviens vers vous.",
          "Hei, kiitos nopeasta vastauksesta.", "Guten Tag, wir haben es noch einmal versucht.",
          "Dear team, here is what we see.", "Good morning, the problem is back.");

  static final List<String> MIDDLE =
      List.of(
          "The build stops at the same step every time.",
          "L'application redémarre toutes les heures sans raison visible.",
          "Since the last change the certificate is not renewed.",
          "Sovellus ei vastaa, vaikka palvelin on käynnissä.",
          "Der Speicher reicht laut Anzeige, der Prozess wird trotzdem beendet.",
          "We would like to move two applications to another data centre.",
          "The address on the last invoice is still the old one.",
          "Peut-on ajouter une collègue à notre organisation ?",
          "The queue grows although three workers are running.");

  static final List<String> CLOSING =
      List.of(
          "Could you have a look?",
          "Merci d'avance pour votre aide.",
          "Kiitos etukäteen!",
          "Vielen Dank und freundliche Grüße.",
          "Please tell us if you need more.",
          "We have restarted it as you advised, and it works now.");

  static final List<String> BROWSER =
      List.of("Firefox", "Chrome", "Safari", "Edge", "Vivaldi", "Samsung Internet");

  static final List<String> SYSTEM =
      List.of("Linux", "Windows", "macOS", "Android", "iOS", "FreeBSD");

  static final List<String> DEVICE = List.of("desktop", "laptop", "phone", "tablet");

  static final List<String> SCREEN =
      List.of("1920x1080", "2560x1440", "1366x768", "390x844", "412x915", "820x1180");

  static final List<String> PAGE =
      List.of(
          "/",
          "/pricing",
          "/docs",
          "/docs/deploy",
          "/docs/databases",
          "/blog",
          "/about",
          "/jobs",
          "/status",
          "/fr/tarifs",
          "/fr/docs",
          "/privacy");

  static final List<String> ACTION =
      List.of("view", "view", "view", "view", "search", "download", "sign-up", "play-video");

  static final List<String> SKILL =
      List.of(
          "runs large databases",
          "écrit des compilateurs",
          "designs calm interfaces",
          "hoitaa palvelimia",
          "versteht Netzwerke",
          "teaches others with patience",
          "documente tout",
          "tests what nobody tests");

  private Lexicon() {}

  private static String ascii(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ż', 'z');
    String bare = Normalizer.normalize(plain, Normalizer.Form.NFD);
    return NOT_ASCII_LETTER.matcher(bare).replaceAll("");
  }
}
