package dev.upheld.job;

import java.time.Instant;

/**
 * A one-time job that was tried as often as it may be.
 *
 * @param name of the job
 * @param id it was enqueued under
 * @param attempts how often it was tried
 * @param reason the code of the last problem, or the kind of the last exception
 * @param at when it was given up
 */
public record DeadJob(String name, String id, int attempts, String reason, Instant at) {}
