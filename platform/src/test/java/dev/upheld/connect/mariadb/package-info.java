/** The contract of connectors held against MariaDB, and what only MariaDB has. */
@NullMarked
package dev.upheld.connect.mariadb;

import org.jspecify.annotations.NullMarked;
