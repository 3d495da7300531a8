/**
 * Every page in a real browser: accessibility by axe-core, keyboard, width, security policy, and
 * pictures to look at in {@code target/pictures}.
 */
@NullMarked
package dev.upheld.edge.console.browser;

import org.jspecify.annotations.NullMarked;
