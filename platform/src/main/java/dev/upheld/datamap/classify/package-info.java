/**
 * Is a column personal? A judgement from its name, type, comment and a few sampled values, with its
 * reasons in words. Pure; keeps no value. A first version: words and weights set by hand.
 */
@NullMarked
package dev.upheld.datamap.classify;

import org.jspecify.annotations.NullMarked;
