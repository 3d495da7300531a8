/** The fictional companies there are: what each has, and what can be wrong in it. */
@NullMarked
package dev.upheld.demo.profiles;

import org.jspecify.annotations.NullMarked;
