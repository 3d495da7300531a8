package dev.upheld.law;

import java.time.LocalDate;

/** Easter Sunday of the western churches. */
final class Easter {
  private Easter() {}

  /** By the anonymous Gregorian computus (Meeus, Jones, Butcher), valid from 1583. */
  static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int solar = century / 4;
    int lunar = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - solar - lunar + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * shift + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
