/**
 * What the console's controllers share: the frame around a page, what a controller may answer,
 * cookies, and paths that may be followed.
 */
@NullMarked
package dev.upheld.edge.console.http;

import org.jspecify.annotations.NullMarked;
