/**
 * From sound YAML trees to the model of a charter. Expects what the shapes promise; never fails on
 * a tree that was checked, also where faulty parts were left out of it.
 */
@NullMarked
package dev.upheld.charter.read;

import org.jspecify.annotations.NullMarked;
