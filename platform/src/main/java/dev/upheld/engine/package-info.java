/**
 * Finds what belongs to a person in the systems, plans what becomes of it, does that a whole set at
 * a time, verifies it from the data itself and says so in a receipt. Serves requests and retention
 * alike. Knows the charter, the data map and the law; a connector does the work in each system.
 */
@NullMarked
package dev.upheld.engine;

import org.jspecify.annotations.NullMarked;
