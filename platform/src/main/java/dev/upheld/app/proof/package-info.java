/** How the application measures: the duties there are, and proof that a command keeps. */
@NullMarked
package dev.upheld.app.proof;

import org.jspecify.annotations.NullMarked;
