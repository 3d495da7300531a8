/**
 * The promise family: each checkable sentence a charter makes, as a closed set of types. Pure data;
 * knows neither files nor systems.
 */
@NullMarked
package dev.upheld.charter.promise;

import org.jspecify.annotations.NullMarked;
