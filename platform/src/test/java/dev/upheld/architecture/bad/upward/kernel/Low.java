package dev.upheld.architecture.bad.upward.kernel;

import dev.upheld.architecture.bad.upward.charter.High;

/** Fixture: the kernel must not import the charter. */
public record Low(High high) {}
