@NullMarked
package dev.upheld.edge.console.map;

import org.jspecify.annotations.NullMarked;
