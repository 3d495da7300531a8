/**
 * What changes a system, free of policy and dialect: sets of rows gathered by their keys, and the
 * few acts there are on them. Who decides what happens to which row sits above; a connector only
 * knows how its kind of system does it, a whole set at a time.
 */
@NullMarked
package dev.upheld.connect.act;

import org.jspecify.annotations.NullMarked;
