/**
 * What {@code systems.yaml} says of a folder of logs: which files belong to which log, how old
 * their entries are, and how often there must be some. Pure.
 */
@NullMarked
package dev.upheld.datamap.logs;

import org.jspecify.annotations.NullMarked;
