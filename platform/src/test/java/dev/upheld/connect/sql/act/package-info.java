/** Tests of what gathers and changes rows of SQL databases, without a server. */
@NullMarked
package dev.upheld.connect.sql.act;

import org.jspecify.annotations.NullMarked;
