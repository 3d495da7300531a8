/**
 * Exact tests on single values: is this half an IP address, a salted password hash, a card number?
 * Pure functions, linear in the length of the value whatever it holds, and silent: no value is
 * kept, printed or thrown. Only telephone numbers need a library, for what countries give out.
 */
@NullMarked
package dev.upheld.datamap.values;

import org.jspecify.annotations.NullMarked;
