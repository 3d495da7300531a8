package dev.upheld.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal holds at one place.
 *
 * @param id its place
 * @param at when it was written, to the microsecond
 * @param kind what happened
 * @param actor who did it, where it was a person
 * @param facts what there is to say, in the order of their names; numbers are {@code Integer},
 *     {@code Long} or {@code Double}, instants are text
 * @param hash of this entry and, through it, of all before: 64 hexadecimal digits
 */
public record Entry(
    EntryId id,
    Instant at,
    String kind,
    Optional<ReferenceId> actor,
    Map<String, Object> facts,
    String hash) {}
