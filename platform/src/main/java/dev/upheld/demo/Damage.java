package dev.upheld.demo;

import java.util.function.Function;

/**
 * Something that can go wrong wherever the tables for it are.
 *
 * @param id as written on the command line: {@code overdue-candidates}
 * @param description what is wrong, in plain words
 * @param how makes the statements
 */
public record Damage(String id, String description, Function<Gardener, Change> how) {}
