package dev.upheld.store;

import dev.upheld.kernel.Secret;

/** Where the store is: a private server on this machine, or a PostgreSQL that is there already. */
public sealed interface StoreAddress {

  /**
   * A private server below the home folder, started when nobody has started it yet.
   *
   * @param home everything lies below it
   */
  record Embedded(StoreHome home) implements StoreAddress {}

  /**
   * A PostgreSQL server, version 15 or newer, with a database for Upheld alone. The two roles must
   * differ: that the journal cannot be rewritten rests on it.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database?options}, without user and password
   * @param owner the role that owns the tables and changes them; needs CREATE on the database
   * @param ownerPassword its password
   * @param run the role that works every day; must exist, gets its grants from the migrations
   * @param runPassword its password
   */
  record External(
      String jdbcUrl,
      String owner,
      Secret<String> ownerPassword,
      String run,
      Secret<String> runPassword)
      implements StoreAddress {}
}
