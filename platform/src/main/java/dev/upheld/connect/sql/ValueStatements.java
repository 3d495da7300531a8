package dev.upheld.connect.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Select;

/**
 * The statements of a search. The first always runs and usually is all; the second runs when the
 * first could not carry every candidate.
 *
 * @param first one row or more, see {@link Kind}
 * @param stream one row per row with candidates; a column is null where its value is none
 * @param rest where a server sends rows in pieces that wait for each other: the rows with
 *     candidates longer than {@link #LONGEST}, so that the others may travel in large pieces. Then
 *     {@code stream} leaves those rows null and has one column more, which is true for them.
 */
public record ValueStatements(
    Kind kind, Select<?> first, Select<?> stream, Optional<Select<?>> rest) {

  /** What the first statement gives. */
  public enum Kind {
    /** {@code rows}, then the number of candidates per column. */
    COUNTS,
    /**
     * {@code values} (array; null for rows without candidates; empty where they are too long to
     * carry), {@code n} rows with them, {@code rows} in all; at most {@link #GROUPS} + 1 rows.
     */
    GROUPS
  }

  /** Groups of candidates the first statement may carry. */
  public static final int GROUPS = 2_000;

  /** Longest text a group may carry. */
  public static final int LONGEST = 2_000;

  /** All, in the order they would be sent. */
  public List<Select<?>> all() {
    return Stream.<Select<?>>concat(Stream.of(first, stream), rest.stream()).toList();
  }
}
