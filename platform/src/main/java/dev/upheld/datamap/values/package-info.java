/**
 * Exact tests on single values: is this half an IP address, a salted password hash, a card number?
 * Pure functions without dependencies, linear in the length of the value whatever it holds, and
 * silent: no value is kept, printed or thrown.
 */
@NullMarked
package dev.upheld.datamap.values;

import org.jspecify.annotations.NullMarked;
