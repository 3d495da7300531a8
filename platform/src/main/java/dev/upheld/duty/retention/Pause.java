package dev.upheld.duty.retention;

import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody told a rule to do nothing for now.
 *
 * @param reason in words; kept here and not in the journal
 * @param who of the company; empty for a command
 */
public record Pause(String rule, Instant since, String reason, Optional<ReferenceId> who) {}
