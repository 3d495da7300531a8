package dev.upheld.datamap.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is rewritten, and that all else stays as it was written. */
class AdoptionTest {
  private static final Newcomer ACME =
      new Newcomer(
          "acme",
          "Acme SAS",
          Optional.of("dpo@acme.test"),
          Optional.of("BE"),
          Optional.of("eu-gdpr"));

  private static final String CHARTER =
      """
      # A charter of the Old Shop.
      # Fictional.
      upheld: 1

      company:
        id: old-shop          # the first part of every id
        name: Old Shop GmbH
        country: DE
        address: 1 Alte Strasse, Berlin
        owner: boss@old-shop.example
      contacts:
        dpo: {name: Erika Muster, email: dpo@old-shop.example, address: "1 Alte Strasse, Berlin", clause: [OS-1, OS-2]}
        press: {clause: OS-3, email: press@old-shop.example}
      jurisdictions: [de]
      notice: {updated: 2020-01-01, clause: OS-4}
      revisions:
        - {date: 2020-01-01, what: First}

        - {date: 2021-01-01, what: Second}
      legal-notice:
        form: GmbH
        vat: not-stated

      # What we do
      activities:
        orders:
          basis: {is: legitimate-interest, balancing: docs/b.md, clause: OS-5}   # weighed
          keep: {for: 1 year, from: collected, clause: OS-6}
          clause:
            - OS-7
            - OS-8
          note: the old-shop-keeper is not the Old Shop
      gaps:
        one: {what: silent, clause: OS-9}
      """;

  private static final String REWRITTEN =
      """
      # Begun from old; CHECKLIST.md lists what to look at.
      upheld: 1

      company:
        id: acme          # the first part of every id
        name: "Acme SAS"
        country: BE
        owner: dpo@acme.test
      contacts:
        dpo: {name: "Data protection officer", email: dpo@acme.test, address: not-stated}
        press: {email: not-stated}
      jurisdictions: [eu-gdpr]
      legal-notice:
        form: not-stated
        vat: not-stated

      # What we do
      activities:
        orders:
          basis: {is: legitimate-interest, balancing: not-stated}   # weighed
          keep: {for: 1 year, from: collected}
          note: the old-shop-keeper is not the Acme SAS
      """;

  private static Adoption adopted(Map<String, String> files) {
    return Adoption.of("old", files, ACME);
  }

  @Test
  void theCharterKeepsItsLayoutAndCommentsAndLosesTheOtherCompany() {
    assertThat(adopted(Map.of("charter.yaml", CHARTER)).files().get("charter.yaml"))
        .isEqualTo(REWRITTEN);
  }

  @Test
  void systemsAreRunByTheNewcomerAndProveNothingYet() {
    String systems =
        """
        systems:
          shop-db:
            kind: postgres
            host: env:UPHELD_DEMO_HOST
            database: old_shop_eu
            proof: {document: docs/hosting.md, until: 2031-12-31}
            operator: old-shop
          chat: {kind: partner, operator: crisp}
        """;
    Adoption adoption = adopted(Map.of("charter.yaml", CHARTER, "systems.yaml", systems));
    assertThat(adoption.files().get("systems.yaml"))
        .isEqualTo(
            """
            # Begun from old; CHECKLIST.md lists what to look at.
            systems:
              shop-db:
                kind: postgres
                host: env:ACME_DB_HOST
                database: acme_eu
                operator: acme
              chat: {kind: partner, operator: crisp}
            """);
    assertThat(adoption.tasks().stream().filter(t -> t.file().equals("systems.yaml")))
        .extracting(Task::where)
        .containsExactly("systems.yaml:3", "systems.yaml:8");
  }

  @Test
  void textsNameThePromisesOfTheNewcomer() {
    String texts =
        """
        title: The Old Shop and you
        sentences:
          old-shop/orders/keep: Orders go after a year.
          old-shop/contact-dpo/declare: Write to Erika Muster.
          "old-shop/orders/declare": Old Shop decides.
        """;
    assertThat(
            adopted(Map.of("charter.yaml", CHARTER, "texts/en.yaml", texts))
                .files()
                .get("texts/en.yaml"))
        .isEqualTo(
            """
            # Begun from old; CHECKLIST.md lists what to look at.
            title: The Acme SAS and you
            sentences:
              acme/orders/keep: Orders go after a year.
              "acme/orders/declare": Acme SAS decides.
            """);
  }

  @Test
  void whatStillSpeaksOfTheOtherCompanyIsListed() {
    List<Task> tasks =
        adopted(Map.of("charter.yaml", CHARTER, "docs/a.md", "# A\n\nSigned by Erika Muster.\n"))
            .tasks();
    assertThat(tasks)
        .contains(new Task("docs/a.md", 3, "Still speaks of the other company."))
        .contains(new Task("charter.yaml", 12, "The law you stand under."));
  }

  /** Every way to write a text: what is put in its place leaves nothing of it behind. */
  @Test
  void aTextGoesAsAWholeHoweverItIsWritten() {
    String charter =
        """
        company:
          id: old-shop
          name: 'The ''Old'' Shop'
          country: DE
          address: >-
            1 Alte Strasse,
            Berlin
          owner: "boss \\"the\\" boss"   # who
        contacts:
          dpo: {name: "Erika \\"Eri\\" Muster", address: 'Muster''s, 1 Alte Strasse', clause: [OS-1, OS-2], email: dpo@old-shop.example}
        legal-notice:
          host: |
            Alte Strasse
            Berlin
          director: Erika
            Muster
          form: GmbH
        """;
    assertThat(
            Adoption.of("old", Map.of("charter.yaml", charter), ACME).files().get("charter.yaml"))
        .isEqualTo(
            """
            # Begun from old; CHECKLIST.md lists what to look at.
            company:
              id: acme
              name: "Acme SAS"
              country: BE
              owner: dpo@acme.test   # who
            contacts:
              dpo: {name: "Data protection officer", address: not-stated, email: dpo@acme.test}
            legal-notice:
              host: not-stated
              director: not-stated
              form: not-stated
            """);
  }
}
