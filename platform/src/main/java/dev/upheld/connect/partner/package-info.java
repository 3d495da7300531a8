/**
 * What is asked of a service of another company that holds personal data: find a person, hand out
 * what it has, erase. How a call is made is known to the connector that does it.
 */
@NullMarked
package dev.upheld.connect.partner;

import org.jspecify.annotations.NullMarked;
