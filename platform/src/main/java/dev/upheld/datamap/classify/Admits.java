package dev.upheld.datamap.classify;

import java.util.Map;
import java.util.Set;

/**
 * Which terms of the Data Privacy Vocabulary speak against which content. Only terms whose values
 * are known to be something else do; of others, and of free text that may say anything, nothing is
 * concluded.
 */
public final class Admits {
  /** Terms whose values have a nature of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "pd:EmailAddress",
          "pd:Username",
          "pd:Name",
          "pd:TelephoneNumber",
          "pd:PhysicalAddress",
          "pd:Street",
          "pd:City",
          "pd:PostalCode",
          "pd:Country",
          "pd:IPAddress",
          "pd:BirthDate",
          "pd:Gender",
          "pd:Language",
          "pd:UID",
          "pd:Password",
          "pd:BankAccount",
          "pd:PaymentCardNumber",
          "pd:OfficialID",
          "pd:MaritalStatus",
          "pd:Salary",
          "pd:DeviceOperatingSystem",
          "pd:MACAddress",
          "pd:UserAgent",
          "pd:BrowserFingerprint",
          "pd:Communication",
          "pd:BrowsingBehavior",
          "pd:Nationality");

  /** Those among them that may well hold it. */
  private static final Map<Content, Set<String>> MAY =
      Map.of(
          Content.EMAIL, Set.of("pd:EmailAddress", "pd:Username"),
          Content.IBAN, Set.of("pd:BankAccount", "pd:OfficialID"),
          Content.CARD, Set.of("pd:PaymentCardNumber", "pd:BankAccount"),
          Content.OFFICIAL_ID,
              Set.of("pd:OfficialID", "pd:TelephoneNumber", "pd:UID", "pd:BankAccount"),
          Content.PASSWORD_HASH, Set.of("pd:Password"),
          Content.IP, Set.of("pd:IPAddress", "pd:BrowserFingerprint", "pd:BrowsingBehavior"),
          Content.PHONE,
              Set.of(
                  "pd:TelephoneNumber",
                  "pd:BankAccount",
                  "pd:OfficialID",
                  "pd:Username",
                  "pd:PostalCode",
                  "pd:Salary",
                  "pd:Communication"),
          Content.USER_AGENT,
              Set.of(
                  "pd:UserAgent",
                  "pd:BrowserFingerprint",
                  "pd:DeviceOperatingSystem",
                  "pd:BrowsingBehavior",
                  "pd:Communication"),
          Content.STREET,
              Set.of("pd:PhysicalAddress", "pd:Street", "pd:City", "pd:Communication", "pd:Name"),
          Content.NAME,
              Set.of(
                  "pd:Name",
                  "pd:Username",
                  "pd:City",
                  "pd:Street",
                  "pd:PhysicalAddress",
                  "pd:Country",
                  "pd:Gender",
                  "pd:Communication",
                  "pd:BrowsingBehavior",
                  "pd:Language",
                  "pd:MaritalStatus",
                  "pd:DeviceOperatingSystem",
                  "pd:UserAgent",
                  "pd:BrowserFingerprint",
                  "pd:Nationality"));

  private Admits() {}

  /** Whether a column of that term may be full of such values. */
  public static boolean admits(String term, Content content) {
    return !KNOWN.contains(term) || MAY.getOrDefault(content, Set.of()).contains(term);
  }
}
