/** The fictional company is what it claims to be, on both engines. */
@NullMarked
package dev.upheld.demo;

import org.jspecify.annotations.NullMarked;
