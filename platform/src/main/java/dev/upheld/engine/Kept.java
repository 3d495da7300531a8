package dev.upheld.engine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Rows that stay, or stay for now.
 *
 * @param reason in plain words
 * @param until the day the last of them may go; empty where none is known
 * @param open of them, those whose time has not begun to run
 */
public record Kept(long rows, String reason, Optional<LocalDate> until, long open) {}
