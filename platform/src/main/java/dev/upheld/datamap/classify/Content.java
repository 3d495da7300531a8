package dev.upheld.datamap.classify;

/** What the values of a column are, told from the values alone: no name has a say. */
public enum Content {
  EMAIL("pd:EmailAddress", "mail addresses", true),
  IBAN("pd:BankAccount", "bank account numbers", true),
  CARD("pd:PaymentCardNumber", "card numbers", true),
  OFFICIAL_ID("pd:OfficialID", "numbers that states give to people", true),
  PASSWORD_HASH("pd:Password", "password hashes", true),
  IP("pd:IPAddress", "network addresses", false),
  PHONE("pd:TelephoneNumber", "telephone numbers", false),
  USER_AGENT("pd:UserAgent", "what browsers call themselves", false),
  STREET("pd:PhysicalAddress", "streets with a number", false),
  NAME("pd:Name", "names of people", false);

  private final String term;
  private final String said;
  private final boolean certain;

  Content(String term, String said, boolean certain) {
    this.term = term;
    this.said = said;
    this.certain = certain;
  }

  /** Of the Data Privacy Vocabulary. */
  public String term() {
    return term;
  }

  /** What they are called, in the plural. */
  public String said() {
    return said;
  }

  /** Whether its form leaves no doubt; telephone numbers and names may be something else. */
  public boolean isCertain() {
    return certain;
  }
}
