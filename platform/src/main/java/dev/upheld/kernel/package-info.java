/** Ids, time, secrets and the catalogue of problems: what every other package stands on. */
@NullMarked
package dev.upheld.kernel;

import org.jspecify.annotations.NullMarked;
