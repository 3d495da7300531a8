/**
 * Drills: a person who does not exist is put into the systems, asks for a copy and to be erased
 * through the very paths of real requests, and is looked for afterwards. What is left of them is
 * told and taken away. Nothing here runs by itself, and nothing of it counts as a real request.
 */
@NullMarked
package dev.upheld.engine.drill;

import org.jspecify.annotations.NullMarked;
