/**
 * The nightly search for what is left of everybody who was erased: every value of every table of
 * the live catalogue against the keyed hashes that tombstones keep. Most values are told apart by a
 * short keyed hash; a table is read once, whatever the number of people.
 */
@NullMarked
package dev.upheld.engine.residue;

import org.jspecify.annotations.NullMarked;
