/**
 * What every connector for SQL databases must do, as tests that each of them inherits: one corpus,
 * one set of expectations, real servers.
 */
@NullMarked
package dev.upheld.connect.contract;

import org.jspecify.annotations.NullMarked;
