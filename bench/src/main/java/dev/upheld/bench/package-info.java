/**
 * The benchmarks behind {@code bench/run}: each sets up what it needs, measures, and reports
 * figures against the targets of the product.
 */
@NullMarked
package dev.upheld.bench;

import org.jspecify.annotations.NullMarked;
