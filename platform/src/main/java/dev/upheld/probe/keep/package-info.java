/**
 * Proof that lasts: what is promised today, every piece of evidence, every change of a verdict, and
 * the telling of it, each written in one transaction with its journal entry. Verdicts themselves
 * are never kept as truth: they are judged from evidence whenever somebody reads.
 */
@NullMarked
package dev.upheld.probe.keep;

import org.jspecify.annotations.NullMarked;
