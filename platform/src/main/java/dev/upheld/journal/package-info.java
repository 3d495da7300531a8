/**
 * The append-only record of every act and every piece of evidence: entries chained by their hashes,
 * checkpoints signed and kept outside the database, an export that anybody can verify without us
 * ({@code docs/journal-format.md}). Never holds personal data: people are random references.
 */
@NullMarked
package dev.upheld.journal;

import org.jspecify.annotations.NullMarked;
