/** The limits of the data on awkward days. */
@NullMarked
package dev.upheld.demo.profiles;

import org.jspecify.annotations.NullMarked;
