/** How SQL databases gather and change rows: what all of them share. */
@NullMarked
package dev.upheld.connect.sql.act;

import org.jspecify.annotations.NullMarked;
