package dev.upheld.architecture.bad.sibling.duty.two;

/** Fixture: a duty. */
public record Two() {}
