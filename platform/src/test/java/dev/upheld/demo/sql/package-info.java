/** The limits of the data on awkward days. */
@NullMarked
package dev.upheld.demo.sql;

import org.jspecify.annotations.NullMarked;
