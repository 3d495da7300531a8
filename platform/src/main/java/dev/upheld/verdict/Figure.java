package dev.upheld.verdict;

/**
 * One figure of a measurement.
 *
 * @param name what is counted, in words: {@code rows past their limit}
 * @param value the figure as text: a count, an instant in ISO 8601, a share in per cent
 * @param where the place it was counted in: {@code eu-main/candidate}; empty text for a total
 */
public record Figure(String name, String value, String where) {}
