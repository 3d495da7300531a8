package dev.upheld.app.serve;

import java.util.List;

/** A company that means harm with every text it may write. */
final class HostileCompany {
  final CompanyFiles files = new CompanyFiles();

  HostileCompany() {
    files.write("charter.yaml", charter());
    files.write("datamap/main.yaml", MAP);
    String column = "\"" + evil(30).replace("\"", "\"\"") + "\"";
    files.database.execute(
        "CREATE TABLE stock (id int PRIMARY KEY, email text, made timestamptz, "
            + column
            + " text)");
    files.database.execute("COMMENT ON TABLE stock IS '" + evil(31).replace("'", "''") + "'");
    files.database.execute(
        "COMMENT ON COLUMN stock.email IS '" + evil(32).replace("'", "''") + "'");
    files.database.execute("INSERT INTO stock VALUES (2, 'b@x.example', '2020-01-01', 'x')");
  }

  /** Numbers of the texts that some page shows. */
  List<Integer> shown() {
    return List.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 30);
  }

  /** An attack that tells which text it came from. */
  static String evil(int number) {
    return "<script>alert(%1$d)</script>'\"><img src=x onerror=alert(%1$d)>".formatted(number);
  }

  /** As YAML, with a line end that tries to become a header of a mail. */
  private static String yaml(int number) {
    return quoted(evil(number), "\\r\\nBcc: evil@evil.example");
  }

  /** Who owns something may be a word, but no address that is none, nor more than one line. */
  private static String ownerYaml(int number) {
    return quoted(evil(number), "");
  }

  private static String quoted(String text, String end) {
    return "\"" + text.replace("\"", "\\\"") + end + "\"";
  }

  private static String charter() {
    return """
    upheld: 1
    company: {id: nimbus, name: %s, country: FR, zone: UTC, address: %s}
    contacts:
      dpo: {name: %s, email: dpo@nimbus.example, address: %s}
    jurisdictions: [fr]
    languages: {list: [en], prevailing: en}
    vocabulary:
      email: {is: pd:EmailAddress, title: %s}
    subjects:
      customers: {is: %s, title: %s}
    recipients:
      other: {name: %s, country: FR, role: controller}
    rights:
      - {right: access, answer: 1 month}
      - {right: rectification, answer: 1 month}
      - {right: erasure, answer: 1 month}
      - {right: restriction, answer: 1 month}
      - {right: portability, answer: 1 month}
      - {right: post-mortem, answer: 1 month}
    activities:
      stock:
        title: %s
        owner: dpo@nimbus.example
        role: controller
        purpose: manage-accounts
        basis: contract
        subjects: [customers]
        data: {only: [email]}
        keep: {for: 30 days, from: collected, then: delete}
        recipients: [{who: other, for: %s, when: %s}]
      paper:
        title: %s
        owner: %s
        role: controller
        purpose: manage-accounts
        basis: contract
        subjects: [customers]
        data: {only: [email]}
        keep: {criterion: %s, review: 12 months}
        recipients: []
    """
        .formatted(
            yaml(1),
            yaml(7),
            yaml(3),
            yaml(4),
            yaml(8),
            yaml(9),
            yaml(10),
            yaml(11),
            yaml(2),
            yaml(12),
            yaml(13),
            yaml(5),
            ownerYaml(6),
            yaml(14));
  }

  private static final String MAP =
      """
      system: main
      places:
        stock:
          activity: stock
          subject: {customers: id}
          clocks: {collected: made}
          fields:
            email: {data: email, end: delete}
          technical: [id, made]
      """;
}
