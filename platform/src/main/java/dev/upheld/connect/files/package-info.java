/**
 * Folders of logs: each file is a row that holds the time of its entries. Nothing here follows a
 * link, leaves the folder, or says the name of a file, which may name a person.
 */
@NullMarked
package dev.upheld.connect.files;

import org.jspecify.annotations.NullMarked;
