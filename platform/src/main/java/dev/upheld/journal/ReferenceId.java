package dev.upheld.journal;

import java.util.UUID;

/**
 * Stands for a person, a case or a customer in the journal. Random: without the table behind {@link
 * References} it points to nobody.
 *
 * @param value a random UUID
 */
public record ReferenceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
