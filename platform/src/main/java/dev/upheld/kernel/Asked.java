package dev.upheld.kernel;

/**
 * The exact text that asked a system, so that anybody with access can ask again. Holds identifiers,
 * instants and patterns only; never a person's data.
 *
 * @param system id of the system asked
 * @param text the SQL or call, parameters in place as literals
 */
public record Asked(String system, String text) {}
