package dev.upheld.architecture.bad.cycle.connect.postgres;

import dev.upheld.architecture.bad.cycle.connect.General;
import java.util.List;

/** Fixture: the other half of the cycle. */
public record Special(List<General> general) {}
