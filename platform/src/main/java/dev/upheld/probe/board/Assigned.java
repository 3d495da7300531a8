package dev.upheld.probe.board;

import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who shall answer for a promise.
 *
 * @param owner empty for whom the charter names
 * @param due by when it shall be mended; empty for no day
 */
public record Assigned(Optional<ReferenceId> owner, Optional<Instant> due) {}
