package dev.upheld.architecture.bad.spring.edge.api;

import org.springframework.fixture.Bean;

/** Fixture: the web edge may use Spring; must not be reported. */
public record Controller(Bean bean) {}
