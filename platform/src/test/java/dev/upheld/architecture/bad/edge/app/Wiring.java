package dev.upheld.architecture.bad.edge.app;

import dev.upheld.architecture.bad.edge.edge.cli.Door;

/** Fixture: the app may import the edge; must not be reported. */
public record Wiring(Door door) {}
