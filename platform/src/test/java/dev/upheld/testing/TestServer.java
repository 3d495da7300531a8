package dev.upheld.testing;

/** A running server, shared by all tests of this JVM. */
public interface TestServer {

  /** A new, empty database with a name of its own, for its administrator. */
  TestDatabase freshDatabase();

  /** Removes a database and ends the connections to it. */
  void drop(TestDatabase database);

  /** How long the server took from nothing to answering, in milliseconds. */
  long startMillis();
}
