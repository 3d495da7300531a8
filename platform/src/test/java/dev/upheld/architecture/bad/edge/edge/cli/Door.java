package dev.upheld.architecture.bad.edge.edge.cli;

/** Fixture: an edge. */
public record Door() {}
