/**
 * Law as data: jurisdiction packs, working-day calendars and the arithmetic of deadlines. Pure: no
 * clock, no network, no database. Every value says where it was read and how sure of it we are, and
 * only values read in a source may bind.
 */
@NullMarked
package dev.upheld.law;

import org.jspecify.annotations.NullMarked;
