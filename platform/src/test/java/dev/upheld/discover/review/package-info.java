/** Tests of what people decide about a data map: only the lines concerned change. */
@NullMarked
package dev.upheld.discover.review;

import org.jspecify.annotations.NullMarked;
