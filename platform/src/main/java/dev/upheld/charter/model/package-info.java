/**
 * What a charter says, read and typed: who, which words, activities, rights, measures. Also the
 * catalogues of what can be wrong with it ({@link dev.upheld.charter.model.CharterCode}) and of
 * what it leaves open or contradicts ({@link dev.upheld.charter.model.Finding}). Pure data.
 */
@NullMarked
package dev.upheld.charter.model;

import org.jspecify.annotations.NullMarked;
