package dev.upheld.datamap.values;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The world's numbering plans, as libphonenumber keeps them. They are read when the first number is
 * asked about, country by country; whoever meets no number never loads them.
 */
final class NumberingPlans {
  /** Countries whose national numbers begin with a zero, of the languages the lexicon speaks. */
  private static final List<String> WITH_ZERO =
      List.of("FR", "DE", "GB", "IT", "FI", "MA", "BE", "NL", "CH", "AT", "SE", "IE");

  /** Countries without one, which write numbers in groups that amounts of money do not have. */
  private static final List<String> WITHOUT_ZERO = List.of("ES", "IT");

  private static final long MOST_TRIES = 100_000;
  private static final String NO_REGION = "ZZ";

  private NumberingPlans() {}

  /** Read by the first to ask, and then the same for all; it is never changed. */
  private static final class Loaded {
    static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  }

  /** Whether a number with its country's code has a country, and a length that this one gives. */
  static boolean isPossible(String international) {
    return parsed(international, NO_REGION).filter(Loaded.PLANS::isPossibleNumber).isPresent();
  }

  /** Whether its country gives out such numbers. */
  static boolean isGivenOut(String international) {
    return parsed(international, NO_REGION).filter(Loaded.PLANS::isValidNumber).isPresent();
  }

  /** Whether some country with a leading zero gives out such numbers. */
  static boolean isNational(String text) {
    return WITH_ZERO.stream()
        .anyMatch(
            region ->
                parsed(text, region)
                    .filter(number -> Loaded.PLANS.isValidNumberForRegion(number, region))
                    .isPresent());
  }

  /** Whether it is given out in a country without leading zero, and grouped as it is there. */
  static boolean isWrittenAsAtHome(String text) {
    return WITHOUT_ZERO.stream()
        .anyMatch(
            region ->
                parsed(text, region)
                    .filter(number -> Loaded.PLANS.isValidNumberForRegion(number, region))
                    .map(number -> Loaded.PLANS.format(number, PhoneNumberFormat.NATIONAL))
                    .filter(text::equals)
                    .isPresent());
  }

  /** Numbers within a text, given out in their country; written as at home in these countries. */
  static List<ContactsIn.Found> within(String text, List<String> countries) {
    List<ContactsIn.Found> found = new ArrayList<>();
    for (String country : countries.isEmpty() ? List.of(NO_REGION) : countries) {
      for (PhoneNumberMatch match :
          Loaded.PLANS.findNumbers(text, country, Leniency.VALID, MOST_TRIES)) {
        boolean known =
            found.stream().anyMatch(f -> f.start() < match.end() && match.start() < f.end());
        if (!known) {
          found.add(
              new ContactsIn.Found(
                  ContactsIn.Kind.PHONE, match.start(), match.end(), match.rawString()));
        }
      }
    }
    return found;
  }

  private static Optional<Phonenumber.PhoneNumber> parsed(String text, String region) {
    try {
      return Optional.of(Loaded.PLANS.parse(text, region));
    } catch (NumberParseException e) {
      return Optional.empty(); // no number of any country
    }
  }
}
