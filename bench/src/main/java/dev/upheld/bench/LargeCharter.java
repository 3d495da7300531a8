package dev.upheld.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sound charter of any size: its words are shared, its activities differ in period and data. */
final class LargeCharter {
  private static final String HEAD =
      """
      upheld: 1
      company: {id: large, name: Large, country: FR, zone: Europe/Paris}
      contacts:
        dpo: {name: Data protection officer, email: dpo@large.example}
      jurisdictions: [fr]
      languages: {list: [en], prevailing: en}
      vocabulary:
        name: {is: pd:Name}
        email: {is: pd:EmailAddress}
        phone: {is: pd:TelephoneNumber}
      subjects:
        customers: {is: customer}
      recipients:
        helper: {name: Helper, country: FR, role: processor, dpa: docs/dpa.md}
      activities:
      """;

  private static final String TAIL =
      """
      rights:
        - {right: access, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: post-mortem, answer: 1 month}
      """;

  private LargeCharter() {}

  /** Writes it into a folder that is there. */
  static void write(Path workspace, int activities) throws IOException {
    StringBuilder charter = new StringBuilder(HEAD);
    for (int i = 0; i < activities; i++) {
      charter.append(
          """
            activity-%d:
              title: Activity %d
              owner: team%d@large.example
              role: controller
              purpose: {is: purpose-%d, clause: [LC-%d]}
              basis: {is: contract}
              subjects: [customers]
              data: {only: [name, email, phone], clause: [LC-%d]}
              keep: {for: %d months, from: last-contact, then: delete}
              recipients: [{who: helper, for: sending}]
          """
              .formatted(i, i, i % 20, i, i, i, 6 + i % 24)
              .indent(0));
    }
    Files.writeString(workspace.resolve("charter.yaml"), charter.append(TAIL));
    Files.createDirectories(workspace.resolve("docs"));
    Files.writeString(workspace.resolve("docs/dpa.md"), "The contract with Helper.\n");
  }
}
