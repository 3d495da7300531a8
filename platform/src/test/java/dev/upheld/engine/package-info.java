/** Tests of the engine: plans, closure, acts, receipts. */
@NullMarked
package dev.upheld.engine;

import org.jspecify.annotations.NullMarked;
