package dev.upheld.architecture.bad.unknown.helper;

/** Fixture: lives in a package that the table does not know. */
public record Stray() {}
