package dev.upheld.architecture.bad.spring.edge.cli;

import org.springframework.fixture.Bean;

/** Fixture: the command line starts without Spring. */
public record Slow(Bean bean) {}
