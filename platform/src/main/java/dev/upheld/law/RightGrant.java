package dev.upheld.law;

/**
 * A right given under one lawful basis.
 *
 * @param right the right, with its article
 * @param standing given, or given under a condition; with its own confidence
 */
public record RightGrant(Right right, Sourced<Standing> standing) {}
