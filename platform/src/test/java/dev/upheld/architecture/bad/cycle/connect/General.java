package dev.upheld.architecture.bad.cycle.connect;

import dev.upheld.architecture.bad.cycle.connect.postgres.Special;

/** Fixture: the SPI must not know one of its connectors; closes a cycle with a sub-package. */
public record General(Special special) {}
