/**
 * Keys and what is done with them: signatures that outsiders can check, keyed hashes, passwords,
 * sealed data. Keys lie in files outside every database; this package knows no table.
 */
@NullMarked
package dev.upheld.crypto;

import org.jspecify.annotations.NullMarked;
