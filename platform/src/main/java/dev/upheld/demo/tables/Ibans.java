package dev.upheld.demo.tables;

import dev.upheld.demo.sql.Row;
import java.math.BigInteger;
import java.util.List;

/**
 * Account numbers with a right checksum (ISO 13616, ISO 7064 MOD 97-10) at banks that do not exist.
 */
final class Ibans {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  /**
   * A country and a bank.
   *
   * @param country its two letters
   * @param bank the letters and digits before the account number; no bank has this code
   * @param digits of the account number
   */
  private record Bank(String country, String bank, int digits) {

    /** What the IBAN leaves by 97, its last account digits and its check digits being zero. */
    long rest() {
      String whole = bank + "0".repeat(digits) + country + "00";
      StringBuilder number = new StringBuilder();
      whole.chars().forEach(c -> number.append(Character.digit(c, 36)));
      return new BigInteger(number.toString()).mod(NINETY_SEVEN).longValueExact();
    }
  }

  private static final List<Bank> BANKS =
      List.of(
          new Bank("FR", "9999900001", 13),
          new Bank("NL", "NIMB", 10),
          new Bank("IE", "CUMU990000", 8),
          new Bank("DE", "99999999", 10));

  private Ibans() {}

  /** A valid account number. */
  static String valid(Row r) {
    return r.when(
        r.chance("bank", 50),
        of(r, BANKS.get(0)),
        r.when(
            r.chance("bank", 70),
            of(r, BANKS.get(1)),
            r.when(r.chance("bank", 85), of(r, BANKS.get(2)), of(r, BANKS.get(3)))));
  }

  private static String of(Row r, Bank bank) {
    String account = r.below("account", 100_000_000);
    // six zeros stand for the four digits of the country's letters and the two check digits
    String check = "(98 - (%d + %s * 1000000) %% 97)".formatted(bank.rest(), account);
    return r.text(
        r.lit(bank.country()),
        r.sql().digits(check, 2),
        r.lit(bank.bank()),
        r.sql().digits(account, bank.digits()));
  }
}
