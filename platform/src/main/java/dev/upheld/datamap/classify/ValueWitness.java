package dev.upheld.datamap.classify;

import dev.upheld.datamap.classify.ValueTally.Kind;
import dev.upheld.datamap.values.BirthDates.Look;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What sampled values tell. */
final class ValueWitness {
  private static final Set<Kind> SAYS_NOTHING =
      EnumSet.of(Kind.MACHINE, Kind.PROSE, Kind.CODE, Kind.MAILBOX);
  private static final int FEWEST = 3;
  private static final int ENOUGH = 20;
  private static final double OFTEN = 0.4;
  private static final double SOMETIMES = 0.2;

  private final ValueTally values;
  private final Findings findings;

  ValueWitness(ValueTally values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  void speak(NameWitness names, LocalDate today) {
    if (values.count() == 0) {
      return;
    }
    share(Kind.EMAIL, "pd:EmailAddress", "are mail addresses");
    share(Kind.PHONE, "pd:TelephoneNumber", "look like telephone numbers");
    share(Kind.IP, "pd:IPAddress", "are network addresses");
    share(Kind.IBAN, "pd:BankAccount", "are bank account numbers");
    share(Kind.CARD, "pd:PaymentCardNumber", "are card numbers");
    share(Kind.MAC, "pd:MACAddress", "are hardware addresses");
    share(Kind.DEVICE, "pd:UID", "are ids of devices or browsers");
    share(Kind.PASSWORD_HASH, "pd:Password", "are password hashes");
    share(Kind.NATIONAL_ID, "pd:OfficialID", "are numbers that states give to people");
    share(Kind.USER_AGENT, "pd:UserAgent", "are what browsers call themselves");
    share(Kind.SECRET, "pd:Authenticating", "are tokens or keys");
    share(Kind.PERSONAL_INSIDE, "pd:Profile", "are documents with personal data inside");
    share(Kind.PERSONAL_KEY, "pd:Profile", "are documents whose keys mean personal data");
    often(Kind.VAT, Weights.VAT, "pd:Tax", "look like VAT numbers");
    often(Kind.POSITION, Weights.POSITION, "pd:GPSCoordinate", "are positions");
    often(Kind.NAME, Weights.NAMES, "pd:Name", "look like names of people");
    often(Kind.STREET, Weights.STREETS, "pd:PhysicalAddress", "look like streets with a number");
    share(Kind.MENTIONS_EMAIL, "pd:Communication", "hold a mail address among other words");
    share(Kind.MENTIONS_CARD, "pd:PaymentCardNumber", "hold a card number");
    if (names.isSilent() && values.share(Kind.CODE) >= 0.9 && values.count() >= ENOUGH) {
      findings.add(Weights.CODES, "its values are codes, numbers or paths");
    }
    if (values.share(Kind.MACHINE) >= 0.9) {
      findings.add(Weights.MACHINE_MADE, "its values look made by a machine");
    }
    if (values.isFewWords() && values.share(Kind.MACHINE) == 0 && !isTelling()) {
      findings.add(
          names.isNamed() && !names.isFreeText() ? Weights.FEW_WORDS_NAMED : Weights.FEW_WORDS,
          "the same few short values come again and again");
    }
    switch (values.birthDates(today)) {
      case Look.PLAUSIBLE ->
          findings.add(Weights.BIRTH_LIKE, "pd:BirthDate", "its days spread like dates of birth");
      case Look.UNLIKELY -> findings.add(Weights.EVENT_LIKE, "its days are no dates of birth");
      case Look.UNCLEAR -> {}
    }
  }

  /** Whether some of the values were recognised as personal. */
  private boolean isTelling() {
    return Arrays.stream(Kind.values())
        .filter(kind -> !SAYS_NOTHING.contains(kind))
        .anyMatch(kind -> values.share(kind) > 0);
  }

  /** What single values prove little of: only many say something, the more the surer. */
  private void often(Kind kind, double weight, String term, String what) {
    double share = values.share(kind);
    if (share >= SOMETIMES && values.count() * share >= FEWEST) {
      int percent = (int) Math.round(share * 100);
      findings.add(
          share >= OFTEN ? weight : weight / 2,
          term,
          "%d %% of %d sampled values %s".formatted(percent, values.count(), what));
    }
  }

  private void share(Kind kind, String term, String what) {
    double share = values.share(kind);
    if (share == 0) {
      return;
    }
    double weight =
        share >= 0.5
            ? Weights.MOST_VALUES
            : share >= 0.1 ? Weights.SOME_VALUES : Weights.FEW_VALUES;
    int percent = (int) Math.max(1, Math.round(share * 100));
    findings.add(
        weight, term, "%d %% of %d sampled values %s".formatted(percent, values.count(), what));
  }
}
