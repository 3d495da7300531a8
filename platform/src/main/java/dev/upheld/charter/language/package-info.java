/**
 * The declaration of the charter language and of the texts: every key, its type, its words. The
 * check of a file's structure, the JSON Schemas and the reference page all come from here.
 */
@NullMarked
package dev.upheld.charter.language;

import org.jspecify.annotations.NullMarked;
