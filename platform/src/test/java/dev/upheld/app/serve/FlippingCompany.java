package dev.upheld.app.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A company with some promises to delete in time, each of which can be broken and mended. */
final class FlippingCompany {
  private static final int PROMISES = 8;

  private final CompanyFiles files = new CompanyFiles();
  private final Map<String, Boolean> broken = new TreeMap<>();

  FlippingCompany() {
    List<String> names = IntStream.range(0, PROMISES).mapToObj(i -> "stock" + i).toList();
    names.forEach(name -> broken.put(name, false));
    names.forEach(
        name ->
            files.database.execute(
                "CREATE TABLE " + name + " (id int PRIMARY KEY, email text, made timestamptz)"));
    files.write(
        "charter.yaml", CHARTER + names.stream().map(this::activity).collect(Collectors.joining()));
    files.write(
        "datamap/main.yaml", MAP + names.stream().map(this::place).collect(Collectors.joining()));
  }

  private static final String CHARTER =
      """
      upheld: 1
      company: {id: nimbus, name: Nimbus, country: FR, zone: UTC}
      contacts:
        dpo: {name: Officer, email: dpo@nimbus.example, address: "1 rue des Nuages, Nantes"}
      jurisdictions: [fr]
      languages: {list: [en], prevailing: en}
      vocabulary:
        email: {is: pd:EmailAddress}
      subjects:
        customers: {is: customer}
      rights:
        - {right: access, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: post-mortem, answer: 1 month}
      activities:
      """;

  private static final String MAP =
      """
      system: main
      places:
      """;

  private static String overdue(String table) {
    return "INSERT INTO " + table + " VALUES (2, 'b@x.example', '2020-01-01')";
  }

  private String activity(String name) {
    return """
      %s:
        title: Stock
        owner: dpo@nimbus.example
        role: controller
        purpose: manage-accounts
        basis: contract
        subjects: [customers]
        data: {only: [email]}
        keep: {for: 30 days, from: collected, then: delete}
        recipients: []
    """
        .formatted(name);
  }

  private String place(String name) {
    return """
      %s:
        activity: %s
        subject: {customers: id}
        clocks: {collected: made}
        fields:
          email: {data: email, end: delete}
        technical: [id, made]
    """
        .formatted(name, name);
  }

  Path root() {
    return files.root;
  }

  /** What the workspace refers to. */
  Map<String, String> variables() {
    return files.variables();
  }

  /** Breaks what holds and mends what is broken, at least one of them. */
  void flip(Random random) {
    int sure = random.nextInt(PROMISES);
    for (int i = 0; i < PROMISES; i++) {
      if (i == sure || random.nextBoolean()) {
        String name = "stock" + i;
        boolean now = !Boolean.TRUE.equals(broken.get(name));
        files.database.execute(now ? overdue(name) : "DELETE FROM " + name);
        broken.put(name, now);
      }
    }
  }

  /** Promises by id, and whether each is broken now. */
  Map<String, Boolean> truth() {
    return broken.entrySet().stream()
        .collect(Collectors.toMap(e -> "nimbus/" + e.getKey() + "/keep", Map.Entry::getValue));
  }
}
