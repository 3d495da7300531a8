package dev.upheld.connect.sql;

/** Families of errors that a server or the way to it can give. */
public enum Fault {
  DOWN,
  TLS,
  SIGN_IN,
  NO_DATABASE,
  DENIED,
  GONE,
  STOPPED,
  LOCKED,
  UNFIT,
  FULL,
  OTHER
}
