/**
 * Work that outlives the process that planned it: recurring jobs that one process at a time holds a
 * lease on, one-time jobs that are tried again until they succeed or a person must look. Over
 * db-scheduler, on the store.
 */
@NullMarked
package dev.upheld.job;

import org.jspecify.annotations.NullMarked;
