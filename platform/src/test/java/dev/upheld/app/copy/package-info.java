/** Tests of the package a person gets. */
@NullMarked
package dev.upheld.app.copy;

import org.jspecify.annotations.NullMarked;
