/** Folders of logs, as their owners and others may leave them. */
@NullMarked
package dev.upheld.connect.files;

import org.jspecify.annotations.NullMarked;
