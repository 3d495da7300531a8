/** Tests of what duties share about people. */
@NullMarked
package dev.upheld.register;

import org.jspecify.annotations.NullMarked;
