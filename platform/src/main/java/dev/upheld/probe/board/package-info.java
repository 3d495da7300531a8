/**
 * What console and API see of proof, and what people may do about it: the wall, a promise's file,
 * the work list, findings, and the acts. One facade, {@link dev.upheld.probe.board.Board}; every
 * act is journalled. What people write and who owns what is personal data: it lies in ordinary
 * tables and never in the journal.
 */
@NullMarked
package dev.upheld.probe.board;

import org.jspecify.annotations.NullMarked;
