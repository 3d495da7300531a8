package dev.upheld.architecture.bad.demo.edge.cli;

import dev.upheld.architecture.bad.demo.demo.Company;

/** Fixture: the edge must not import the demo; the app hands it over. */
public record Shows(Company company) {}
