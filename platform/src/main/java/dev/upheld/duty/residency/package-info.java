/**
 * The duty that data lies where it was promised to lie: the label of each system with the document
 * behind it, the address the server gives itself, and the rows of people who reside elsewhere.
 */
@NullMarked
package dev.upheld.duty.residency;

import org.jspecify.annotations.NullMarked;
