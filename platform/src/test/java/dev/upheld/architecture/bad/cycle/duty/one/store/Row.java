package dev.upheld.architecture.bad.cycle.duty.one.store;

import dev.upheld.architecture.bad.cycle.duty.one.rules.Rule;
import java.util.List;

/** Fixture: the other half. */
public record Row(List<Rule> rules) {}
