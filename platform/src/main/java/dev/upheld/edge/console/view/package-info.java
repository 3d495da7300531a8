/**
 * What the pages of the console show: one record per page, plain data only. Words come from the
 * message files; sentences in here are those of the charter, of evidence or of people.
 */
@NullMarked
package dev.upheld.edge.console.view;

import org.jspecify.annotations.NullMarked;
