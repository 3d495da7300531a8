package dev.upheld.architecture.bad.upward.charter;

/** Fixture: stands below the kernel. */
public record High() {}
