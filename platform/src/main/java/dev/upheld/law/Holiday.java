package dev.upheld.law;

/**
 * A day on which offices are closed by law.
 *
 * @param name in the country's language, with its source
 * @param date when it falls
 */
public record Holiday(Sourced<String> name, HolidayDate date) {}
