package dev.upheld.charter.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who receives data.
 *
 * @param countries where it is established or keeps the data; ISO 3166-1 alpha-2
 * @param contract path of the processor contract; joint controllers: of the arrangement
 * @param transfers each with its tool
 */
public record Recipient(
    Stated<String> name,
    Stated<List<String>> countries,
    Role role,
    Stated<String> contract,
    Stated<List<Transfer>> transfers,
    Source source) {

  /** On whose account a recipient acts. */
  public enum Role {
    PROCESSOR,
    JOINT_CONTROLLER,
    CONTROLLER,
    AUTHORITY
  }

  /**
   * Data that leaves for other countries.
   *
   * @param tool key of a tool of the packs, {@code adequacy} included
   * @param document the contract or decision
   * @param assessment the assessment of the country's law
   * @param expires last day on which the tool holds
   */
  public record Transfer(
      List<String> to,
      Stated<String> tool,
      Optional<String> document,
      Optional<String> assessment,
      Optional<LocalDate> expires,
      Source source) {}
}
