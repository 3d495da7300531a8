package dev.upheld.charter.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who promises.
 *
 * @param controllers other companies that decide as well, by word
 * @param contacts by word: {@code dpo}, {@code privacy}
 * @param authority what the policy says of the authority
 * @param scope what the policy covers, in its words
 * @param legalNotice what a site must say of its publisher
 */
public record Organisation(
    Company company,
    Map<String, Controller> controllers,
    Map<String, Contact> contacts,
    Optional<AuthorityNote> authority,
    Optional<Scope> scope,
    Optional<LegalNotice> legalNotice) {

  /**
   * The company.
   *
   * @param id first part of every promise id
   * @param country ISO 3166-1 alpha-2
   * @param zone whose calendar days count
   * @param owner who answers for what names nobody else
   */
  public record Company(
      String id,
      String name,
      String country,
      ZoneId zone,
      Optional<String> address,
      Optional<String> register,
      Optional<String> owner,
      Source source) {}

  /** Another company that decides on purposes and means. */
  public record Controller(String name, Optional<String> country, Source source) {}

  /** Whom to write to. */
  public record Contact(
      Stated<String> name, Stated<String> email, Stated<String> address, Source source) {}

  /**
   * The authority the policy names, where people may complain.
   *
   * @param names empty where it only points at a list
   * @param list the address of that list
   */
  public record AuthorityNote(List<String> names, Optional<String> list, Source source) {}

  /** What the policy covers. */
  public record Scope(String is, List<String> domains, Source source) {}

  /**
   * What a site must say of its publisher.
   *
   * @param entries by key, in the order of the file
   * @param open keys the source leaves open
   */
  public record LegalNotice(Map<String, String> entries, List<String> open, Source source) {}
}
