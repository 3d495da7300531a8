package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A column by which people can be found, as far as is known; held against those of another system.
 *
 * @param place id of its place in the data map, or what will be its id
 * @param kind what sort of thing it holds
 * @param people the groups whose data it is, in words both sides use; empty when not known
 * @param unique whether no two rows have the same
 * @param counted whether the database hands out its numbers one after the other
 * @param ofPeople whether a row of its table is a person
 */
public record IdentityColumn(
    String place,
    TableName table,
    String column,
    Kind kind,
    Set<String> people,
    boolean unique,
    boolean counted,
    boolean ofPeople) {
  public IdentityColumn {
    people = Set.copyOf(people);
  }

  /** What tells people apart, and the terms of the Data Privacy Vocabulary that mean it. */
  public enum Kind {
    EMAIL("e-mail addresses", "pd:EmailAddress"),
    LOGIN("logins", "pd:Username", "pd:SocialMedia"),
    PHONE("telephone numbers", "pd:TelephoneNumber"),
    OFFICIAL_ID("official numbers", "pd:OfficialID", "pd:Tax"),
    BANK_ACCOUNT("bank accounts", "pd:BankAccount"),
    DEVICE("device ids", "pd:UID", "pd:MACAddress", "pd:BrowserFingerprint"),
    /** What a company calls its people by: a customer number, another system's id. */
    NUMBER("numbers of people");

    private final String said;
    private final String terms;

    Kind(String said, String... terms) {
      this.said = said;
      this.terms = " " + String.join(" ", terms) + " ";
    }

    /** As people say it, in the plural. */
    String said() {
      return said;
    }

    private boolean isMeantBy(String term) {
      return terms.contains(" " + term + " ");
    }

    /** By its term, where it has one of these; else by a name that looks like one of a number. */
    public static Optional<Kind> of(Optional<String> term, TableName table, String column) {
      Optional<Kind> known =
          Arrays.stream(values()).filter(k -> term.filter(k::isMeantBy).isPresent()).findFirst();
      return known.or(
          () -> NumberName.of(table, column).isNumber() ? Optional.of(NUMBER) : Optional.empty());
    }
  }
}
