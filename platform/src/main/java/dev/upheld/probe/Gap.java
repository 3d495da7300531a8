package dev.upheld.probe;

/**
 * Why a plan cannot see everything even if all answers come.
 *
 * @param where the place or system it is about, as in {@link Inquiry#where}; empty text for the
 *     promise as a whole
 * @param text one plain sentence with the mend
 */
public record Gap(String where, String text) {}
