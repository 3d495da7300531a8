package dev.upheld.datamap.classify;

import dev.upheld.datamap.classify.Lexicon.Entry;
import dev.upheld.datamap.classify.Lexicon.Strength;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What names tell: the column's own, its table's, and those of the columns beside it. */
final class NameWitness {
  private static final Set<String> WRITTEN_OR_LEFT =
      Set.of(
          "pd:Communication",
          "pd:Authenticating",
          "pd:Username",
          "pd:Picture",
          "pd:GPSCoordinate",
          "pd:Identifying",
          "pd:UID",
          "pd:SocialMedia");
  private static final Set<String> OF_DEVICES =
      Set.of(
          "pd:IPAddress",
          "pd:UserAgent",
          "pd:UID",
          "pd:BrowserFingerprint",
          "pd:Profile",
          "pd:GPSCoordinate",
          "pd:Authenticating");
  private static final Set<String> PLACES = Set.of("pd:City", "pd:Region", "pd:Country");
  private static final Set<String> STREETS =
      Set.of("pd:PhysicalAddress", "pd:Street", "pd:PostalCode");
  private static final Set<String> OF_MACHINES =
      Set.of("pd:IPAddress", "pd:PhysicalAddress", "pd:Name", "pd:MACAddress", "pd:Username");
  private static final Set<String> OF_ORGANISATIONS =
      Set.of(
          "pd:Name",
          "pd:Professional",
          "pd:SocialMedia",
          "pd:Profile",
          "pd:Communication",
          "pd:TelephoneNumber",
          "pd:PhysicalAddress",
          "pd:PostalCode",
          "pd:City",
          "pd:Region",
          "pd:Country",
          "pd:Street",
          "pd:FinancialAccountNumber",
          "pd:Tax",
          "pd:Picture");
  private static final Set<String> OF_THINGS =
      Set.of(
          "pd:TelephoneNumber",
          "pd:PhysicalAddress",
          "pd:PostalCode",
          "pd:Street",
          "pd:Country",
          "pd:City",
          "pd:GPSCoordinate",
          "pd:Age",
          "pd:Picture",
          "pd:SocialMedia",
          "pd:EmploymentHistory",
          "pd:Tax",
          "pd:Job");

  /** What certainly reaches somebody, or the counter of a shop. */
  private static final Set<String> REACHED_AT =
      Set.of(
          "pd:TelephoneNumber",
          "pd:PhysicalAddress",
          "pd:PostalCode",
          "pd:Street",
          "pd:BankAccount",
          "pd:FinancialAccountNumber");

  private static final Set<String> OF_PERSONS =
      Set.of("pd:Name", "pd:BirthDate", "pd:Gender", "pd:OfficialID");
  private static final Set<String> OF_LIVES = Set.of("pd:BirthDate", "pd:Gender");
  private static final Set<String> SENT_TO =
      Set.of("pd:City", "pd:Region", "pd:Country", "pd:Name", "pd:Location", "pd:PhysicalAddress");
  private static final Set<String> OF_ACCOUNTS =
      Set.of("pd:Authenticating", "pd:Username", "pd:UID");
  private static final Set<String> CONTENTS =
      Set.of("pd:Communication", "pd:Profile", "pd:UserAgent", "pd:Username", "pd:Location");
  private static final Set<String> FREE_TEXT = Set.of("pd:Communication", "pd:Profile");
  private static final Set<String> OF_PROGRAMS =
      Set.of("pd:Name", "pd:Authenticating", "pd:Username", "pd:SocialMedia", "pd:Picture");
  private static final Set<String> NAMES = Set.of("pd:Name", "pd:Job");
  private static final Set<String> WHOSE = Set.of("pd:EmailAddress", "pd:Username");
  private static final Set<String> DESCRIPTIONS =
      Set.of("description", "descripcion", "beschreibung", "descrizione", "kuvaus", "presentation");
  private static final Set<String> LOGINS = Set.of("user", "usuario", "utente", "creator");
  private static final Set<String> OWNERS =
      Set.of("owner", "proprietaire", "propietario", "omistaja");
  private static final int CODE_LENGTH = 3;

  /** Names of things that own are longer; keys are as long as other keys. */
  private static final int LOGIN_LENGTH = 100;

  private static final int UUID_LENGTH = 36;

  private final ColumnFacts facts;
  private final ColumnWords column;
  private final TableWords table;
  private final Findings findings;

  NameWitness(ColumnFacts facts, Findings findings) {
    this.facts = facts;
    this.column = ColumnWords.of(facts.context().bare(facts.column()));
    this.table = TableWords.of(facts.table());
    this.findings = findings;
  }

  /** Whether the name speaks of personal data that the type can hold. */
  boolean isNamed() {
    return entry().filter(e -> e.holds().fits(facts.family())).isPresent();
  }

  /** Whether the name speaks of what people write in words of their own, which never repeats. */
  boolean isFreeText() {
    return entry().filter(e -> FREE_TEXT.contains(e.term())).isPresent();
  }

  /** Whether nothing in the name speaks for or against. */
  boolean isSilent() {
    return entry().isEmpty() && !column.technical();
  }

  private Optional<Entry> entry() {
    return column.found().map(Lexicon.Found::entry);
  }

  void speak() {
    if (facts.reference()) {
      findings.add(Weights.REFERENCE, "it is a key that leads to another table");
    } else if (isRowsKey()) {
      findings.add(Weights.TECHNICAL_NAME, "its name is one that technical columns have");
    } else if (isOutsideId()) {
      findings.add(
          Weights.OUTSIDE_ID,
          "pd:UID",
          "its name says under which number somebody is known elsewhere");
    } else if (isSignature()) {
      findings.add(Weights.DONE_BY, "pd:Username", "its name says who did it");
    } else if (entry().isPresent()) {
      named(entry().orElseThrow());
    } else {
      unnamed();
    }
  }

  private void unnamed() {
    boolean event = column.isEvent() && !isDocument();
    if (column.technical() || event) {
      findings.add(Weights.TECHNICAL_NAME, "its name is one that technical columns have");
    } else if (column.isRole() && facts.family().isWordy() && !isIdentifier()) {
      String term = column.isRoleAtWork() ? "pd:Username" : "pd:Name";
      findings.add(Weights.ROLE, term, "its name is the word for a person");
    } else if (isDescriptionOfPerson()) {
      findings.add(Weights.PEOPLE_TABLE, "pd:Profile", "its table is one of people");
    }
  }

  /** {@code id_document}, {@code id_gender} as a number: the key of a document. */
  private boolean isRowsKey() {
    return column.words().inOrder().size() > 1
        && column.words().first().equals("id")
        && !TechnicalNames.isNumbering(column.words())
        && (facts.family() == TypeFamily.WHOLE || facts.family() == TypeFamily.UUID);
  }

  private boolean isOutsideId() {
    return column.isOutsideId() && facts.family() == TypeFamily.TEXT;
  }

  private boolean isDescriptionOfPerson() {
    return table.isOfPeople()
        && facts.context().kindsBeside(column) > 0
        && facts.family().isWordy()
        && DESCRIPTIONS.contains(String.join("", column.words().inOrder()));
  }

  private boolean isSignature() {
    return column.isDoneBy() && facts.family() == TypeFamily.TEXT && !isIdentifier();
  }

  /** As long as a UUID, or as the identifiers of its own table: no name, but whose row it is. */
  private boolean isIdentifier() {
    return hasIdLength()
        || facts.length().filter(facts.context().idLengths()::contains).isPresent();
  }

  /** Exactly as long as a UUID. */
  private boolean hasIdLength() {
    return facts.length().filter(length -> length == UUID_LENGTH).isPresent()
        && facts.family() == TypeFamily.TEXT;
  }

  /** Whole documents are no moments, whatever they are called: {@code import_log}. */
  private boolean isDocument() {
    return switch (facts.family()) {
      case JSON, ARRAY, BYTES, OTHER -> true;
      case TEXT, WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID ->
          false;
    };
  }

  private void named(Entry entry) {
    String what = Findings.said(entry.term());
    if (!entry.holds().fits(facts.family())) {
      if (facts.family() == TypeFamily.ADDRESS) {
        return; // the type says what kind of address it is
      }
      findings.add(
          Weights.WRONG_TYPE, "its name speaks of " + what + ", which its type cannot hold");
      return;
    }
    findings.add(entry.strength().weight(), entry.term(), "its name says " + what);
    if (entry.strength() == Strength.HINT) {
      if (hasIdLength()) {
        findings.add(Weights.ID_LENGTH, "it is as long as an identifier");
      }
      hint(entry.term());
    } else {
      strong(entry);
    }
  }

  /** Other rows than people's have addresses and telephones of their own. */
  private void strong(Entry entry) {
    boolean certain = entry.strength() == Strength.CERTAIN;
    boolean persons = facts.context().has(OF_PERSONS);
    boolean whole = entry.phrase().equals(List.of("full", "name"));
    if (facts.context().program() && entry.term().equals("pd:Name")) {
      findings.add(Weights.PROGRAM, "its row is a program that signs in");
      return;
    }
    boolean own = whole || (!certain && entry.term().equals("pd:OfficialID"));
    if (table.isOfThings() && own && !facts.context().has(OF_LIVES)) {
      findings.add(Weights.THING_STRONG, "its table is one of things or words");
      return;
    }
    if (table.isOfMachines() && OF_MACHINES.contains(entry.term())) {
      findings.add(Weights.MACHINE_TABLE, "its table is one of machines");
    } else if (!persons
        && isOfOrganisations()
        && (certain ? REACHED_AT : OF_ORGANISATIONS).contains(entry.term())) {
      findings.add(Weights.ORGANISATION_STRONG, "its table is one of organisations");
    } else if (!persons
        && table.isOfThings()
        && (certain ? REACHED_AT : OF_THINGS).contains(entry.term())) {
      findings.add(Weights.THING_STRONG, "its table is one of things or words");
    }
  }

  private void hint(String term) {
    if (column.goesOn() && (CONTENTS.contains(term) || PLACES.contains(term))) {
      findings.add(Weights.GOES_ON, "words after it make it something else");
    }
    if (facts.context().program() && OF_PROGRAMS.contains(term)) {
      findings.add(Weights.PROGRAM, "its row is a program that signs in");
    } else if (column.isOfPerhapsPeople() && !term.equals("pd:Name") && !isAmongPeople()) {
      findings.add(Weights.DEALINGS_TABLE, "the word before may be a person's");
    } else if (column.isOfPeople()) {
      findings.add(Weights.PEOPLE_TABLE, "the word before says that it is a person's");
    } else if (column.isOfDelivery() && SENT_TO.contains(term)) {
      findings.add(Weights.PEOPLE_TABLE, "the word before says that something is sent there");
    } else if (table.isOfMachines() && OF_MACHINES.contains(term)) {
      findings.add(Weights.MACHINE_TABLE, "its table is one of machines");
    } else if (table.isOfThings()
        && !(facts.context().ofSomebody() && OF_ACCOUNTS.contains(term))) {
      findings.add(Weights.THING_TABLE, "its table is one of things or words");
    } else if (table.isOfKeysAndValues() && NAMES.contains(term)) {
      findings.add(Weights.THING_TABLE, "in its table names are keys");
    } else if (isOfOrganisations() && OF_ORGANISATIONS.contains(term)) {
      findings.add(Weights.ORGANISATION_TABLE, "its table is one of organisations");
    } else {
      somethingElse(term);
      surroundings(term);
    }
  }

  /** A partner or supplier with a mail address may well be one person. */
  private boolean isOfOrganisations() {
    return table.isOfOrganisations()
        && !(table.isPerhapsOfPeople() && facts.context().has(Set.of("pd:EmailAddress")));
  }

  private boolean isAmongPeople() {
    return table.isOfPeople() || facts.context().kindsBeside(column) >= 2;
  }

  private void somethingElse(String term) {
    boolean naming = NAMES.contains(term) || term.equals("pd:Picture");
    if ((column.isOfThing() && term.equals("pd:Profile"))
        || (column.isOfSomethingElse() && term.equals("pd:IPAddress"))) {
      findings.add(Weights.THING_TABLE, "the word before it is a thing's");
    } else if (column.isOfSomethingElse() && naming) {
      findings.add(Weights.OF_SOMETHING_ELSE, "words before it speak of something else");
    }
  }

  /** The strongest that the table and the columns beside say for a hint. */
  private void surroundings(String term) {
    int kinds = facts.context().kindsBeside(column);
    boolean place = PLACES.contains(term);
    boolean lonelyPlace =
        term.equals("pd:Region") && facts.context().known() && !facts.context().has(STREETS);
    if (place && facts.context().has(STREETS)) {
      findings.add(Weights.ADDRESS_BESIDE, "a street or postal code stands beside it");
    } else if (lonelyPlace) {
      findings.add(0, "no address stands beside it");
    } else if (table.isOfPeople()) {
      double lonely = facts.context().known() && kinds == 0 ? Weights.PERSONAL_BESIDE : 0;
      findings.add(Weights.PEOPLE_TABLE - lonely, "its table is one of people");
    } else if (kinds >= 2) {
      findings.add(Weights.PERSONAL_ROW, "other columns of its table speak of a person");
    } else if (isWholeLogin()) {
      findings.add(Weights.WHOLE_LOGIN, "it says nothing else");
    } else if (isNameBesideMail(term)) {
      findings.add(Weights.NAME_BESIDE_MAIL, "a mail address stands beside it");
    } else if (isInItsTable(term)) {
      findings.add(Weights.OWN_TABLE, "its table is made for it");
    } else if (table.isOfVisits() && OF_DEVICES.contains(term)) {
      findings.add(Weights.VISITS_TABLE, "its table is one of visits and sessions");
    } else if (isOfSomebody(term)) {
      findings.add(Weights.SOMEBODYS_ROW, "a key beside it says whose row it is");
    } else if (table.isPerhapsOfPeople()) {
      perhaps(kinds);
    } else if (table.isOfDealings()) {
      findings.add(Weights.DEALINGS_TABLE, "its table is one of what people order or write");
    }
  }

  private boolean isNameBesideMail(String term) {
    return term.equals("pd:Name")
        && column.words().inOrder().size() == 1
        && facts.context().has(Set.of("pd:EmailAddress"));
  }

  /** {@code user}, {@code owner} and nothing more, holding words: who it is. */
  private boolean isWholeLogin() {
    String word = String.join("", column.words().inOrder());
    boolean owner =
        OWNERS.contains(word) && facts.length().filter(n -> n <= LOGIN_LENGTH).isPresent();
    return facts.family() == TypeFamily.TEXT
        && !isIdentifier()
        && (owner || LOGINS.contains(word))
        && facts.length().filter(length -> length <= CODE_LENGTH).isEmpty();
  }

  private boolean isInItsTable(String term) {
    return (table.isOfWritings() && term.equals("pd:Communication"))
        || (table.isOfSecrets() && term.equals("pd:Authenticating"));
  }

  private boolean isOfSomebody(String term) {
    return (facts.context().ofSomebody() && WRITTEN_OR_LEFT.contains(term))
        || (facts.context().signed() && term.equals("pd:Communication"))
        || (facts.context().has(WHOSE) && term.equals("pd:Communication"));
  }

  private void perhaps(int kinds) {
    boolean supported = !facts.context().known() || kinds > 0;
    findings.add(
        supported ? Weights.PERHAPS_PEOPLE : Weights.PERSONAL_BESIDE,
        "its table may be one of people");
  }
}
