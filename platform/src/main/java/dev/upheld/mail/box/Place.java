package dev.upheld.mail.box;

/**
 * Where a mail lies: no other mail of the folder ever has both numbers (RFC 9051, 2.3.1.1).
 *
 * @param validity of the numbers of this folder
 * @param uid the number of the mail
 */
public record Place(long validity, long uid) {}
