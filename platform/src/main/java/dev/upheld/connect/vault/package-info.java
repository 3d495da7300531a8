/**
 * Archives in encrypted files: rows that left a database, each file with an index of its own. The
 * key of a file is known to nobody before the database has committed that its rows are gone; an
 * index is what makes a file count.
 */
@NullMarked
package dev.upheld.connect.vault;

import org.jspecify.annotations.NullMarked;
