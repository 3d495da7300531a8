package dev.upheld.architecture.bad.edge.connect;

import dev.upheld.architecture.bad.edge.edge.cli.Door;

/** Fixture: only the app imports the edge. */
public record Inside(Door door) {}
