/**
 * The REST interface: what the console shows, for programs. Shapes are records; the OpenAPI
 * document is made from them and from the controllers' annotations, so the two cannot disagree.
 */
@NullMarked
package dev.upheld.edge.api;

import org.jspecify.annotations.NullMarked;
