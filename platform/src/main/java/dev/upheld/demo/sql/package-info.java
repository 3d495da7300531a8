/**
 * One description of a table for two dialects: columns as expressions over the number of a row, so
 * that a database fills itself with one INSERT from a series. Deterministic: the same number gives
 * the same row, and no clock or generator of the database is asked.
 */
@NullMarked
package dev.upheld.demo.sql;

import org.jspecify.annotations.NullMarked;
