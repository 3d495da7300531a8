/**
 * Reads annotations of databases in the dataset format of fideslang, and knows what its data
 * categories mean in the Data Privacy Vocabulary. {@link dev.upheld.discover.fideslang.FidesReader}
 * reads; {@code dev.upheld.discover} makes proposals of it.
 */
@NullMarked
package dev.upheld.discover.fideslang;

import org.jspecify.annotations.NullMarked;
