/**
 * From a charter to its promises: every checkable sentence with its stable name, its words, its law
 * and its digest. Pure; the same charter gives the same list.
 */
@NullMarked
package dev.upheld.charter.derive;

import org.jspecify.annotations.NullMarked;
