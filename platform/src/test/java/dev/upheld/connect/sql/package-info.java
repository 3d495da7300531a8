/** Tests of what all SQL systems share and that needs no server. */
@NullMarked
package dev.upheld.connect.sql;

import org.jspecify.annotations.NullMarked;
