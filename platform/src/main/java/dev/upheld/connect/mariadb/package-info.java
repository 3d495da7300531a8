/**
 * The connector for MariaDB 10.6 and newer, and, as well as the same driver and dialect go, for
 * MySQL 8.
 */
@NullMarked
package dev.upheld.connect.mariadb;

import org.jspecify.annotations.NullMarked;
