package dev.upheld.engine;

/**
 * What the outside says of rows that are past their time and stay all the same.
 *
 * @param barring people of whom nothing may be erased now
 * @param warned who was told in time that their data goes
 */
public record Sparing(Barring barring, Warned warned) {}
