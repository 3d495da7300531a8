/**
 * What a charter means, held against itself, its workspace and the law: errors that stop it, and
 * findings that do not. Law that was read in a source errs, everything else warns.
 */
@NullMarked
package dev.upheld.charter.check;

import org.jspecify.annotations.NullMarked;
