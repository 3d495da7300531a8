package dev.upheld.architecture.bad.cycle.duty.one.rules;

import dev.upheld.architecture.bad.cycle.duty.one.store.Row;

/** Fixture: one half of a cycle inside a duty. */
public record Rule(Row row) {}
