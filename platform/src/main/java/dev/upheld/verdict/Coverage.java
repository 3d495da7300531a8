package dev.upheld.verdict;

/**
 * How much was looked at.
 *
 * @param placesSeen places measured whole
 * @param places places that should have been
 * @param rows rows looked at in them
 */
public record Coverage(int placesSeen, int places, long rows) {}
