package dev.upheld.edge.console.view;

/**
 * One entry of a list to choose from.
 *
 * @param value what the form sends
 * @param label what a person reads
 */
public record Choice(String value, String label) {}
