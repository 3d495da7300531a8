/**
 * What people decide about a data map, written into its file: only the lines concerned change,
 * comments and layout stay, the outcome is read before it is written, and what changed is
 * journalled.
 */
@NullMarked
package dev.upheld.discover.review;

import org.jspecify.annotations.NullMarked;
