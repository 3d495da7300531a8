/**
 * The package a person gets: a report to read, and the data as files for programs, written in one
 * pass without keeping any of it.
 */
@NullMarked
package dev.upheld.app.copy;

import org.jspecify.annotations.NullMarked;
