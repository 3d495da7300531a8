package dev.upheld.connect.act;

/**
 * What a session read of the catalogue, for another session over the same system. Holds names of
 * tables and columns, no data.
 */
public interface Seen {}
