/** The product as a person uses it: whole command lines against real databases. */
@NullMarked
package dev.upheld.app;

import org.jspecify.annotations.NullMarked;
