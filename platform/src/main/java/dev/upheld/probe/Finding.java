package dev.upheld.probe;

import dev.upheld.verdict.Outcome;

/**
 * What planning alone found, from the data map and the live catalogue.
 *
 * @param outcome how bad it is; {@code CLEAN} for what is only listed
 * @param where the place or system, for people
 * @param text one plain sentence
 */
public record Finding(Outcome outcome, String where, String text) {}
