/** Tests of the reader of annotated datasets. */
@NullMarked
package dev.upheld.discover.fideslang;

import org.jspecify.annotations.NullMarked;
