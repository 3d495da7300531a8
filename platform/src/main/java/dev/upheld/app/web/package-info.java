/**
 * The web server: Spring's servlet container put together by hand (nothing is guessed from the
 * class path, so the start is quick and what guards the doors can be read in one place), with what
 * every door has in common: headers, limits, sign-in, permissions, errors, figures.
 */
@NullMarked
package dev.upheld.app.web;

import org.jspecify.annotations.NullMarked;
