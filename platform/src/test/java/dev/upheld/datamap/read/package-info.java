/** Every fault of systems and data maps at its place, and what sound files mean. */
@NullMarked
package dev.upheld.datamap.read;

import org.jspecify.annotations.NullMarked;
