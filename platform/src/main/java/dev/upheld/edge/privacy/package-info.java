/**
 * The public privacy centre: where people say what they want done with their data, and see what
 * became of it. Works without JavaScript, sets no cookie but the one its forms need, and asks
 * nothing of any third party.
 */
@NullMarked
package dev.upheld.edge.privacy;

import org.jspecify.annotations.NullMarked;
