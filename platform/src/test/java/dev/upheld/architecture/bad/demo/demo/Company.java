package dev.upheld.architecture.bad.demo.demo;

/** Fixture: the demo company. */
public record Company() {}
