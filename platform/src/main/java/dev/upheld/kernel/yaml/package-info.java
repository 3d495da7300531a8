/**
 * YAML 1.2 with the place of every node, made for hostile input: bounded size, depth and aliases.
 */
@NullMarked
package dev.upheld.kernel.yaml;

import org.jspecify.annotations.NullMarked;
