/**
 * The console: the pages an officer, an operator, an engineer and an auditor work in. What a page
 * shows is a record in {@code view}; {@code Pages} turns it into HTML; controllers fill it.
 */
@NullMarked
package dev.upheld.edge.console;

import org.jspecify.annotations.NullMarked;
