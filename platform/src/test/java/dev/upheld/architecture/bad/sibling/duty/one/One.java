package dev.upheld.architecture.bad.sibling.duty.one;

import dev.upheld.architecture.bad.sibling.duty.two.Two;

/** Fixture: a duty must not import its sibling. */
public record One(Two two) {}
