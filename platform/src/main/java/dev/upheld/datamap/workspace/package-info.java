/** A whole workspace: charter and data map read together and held against each other. */
@NullMarked
package dev.upheld.datamap.workspace;

import org.jspecify.annotations.NullMarked;
