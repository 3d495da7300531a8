package dev.upheld.architecture.bad.spring.duty.one;

import org.springframework.fixture.Bean;

/** Fixture: Spring stays at the edge. */
public record Container(Bean bean) {}
