package dev.upheld.register;

import java.util.UUID;

/**
 * Stands for a person in tables and in the journal. Random; who it is, only the register can tell,
 * and only to whoever has the address already.
 */
public record SubjectRef(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
