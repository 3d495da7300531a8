/** Tests of archives of encrypted files. */
@org.jspecify.annotations.NullMarked
package dev.upheld.connect.vault;
