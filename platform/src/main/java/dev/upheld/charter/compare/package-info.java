/**
 * What two charters promise differently: more, less, otherwise, or the same under another law.
 * Pure; {@link dev.upheld.charter.compare.Comparison} is the door, {@link
 * dev.upheld.charter.compare.Telling} says the result in plain words. Ids of companies, the order
 * of files and the wording of texts do not count.
 */
@NullMarked
package dev.upheld.charter.compare;

import org.jspecify.annotations.NullMarked;
