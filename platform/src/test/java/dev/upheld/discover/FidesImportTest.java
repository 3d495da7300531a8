package dev.upheld.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.FidesImport.Choice;
import dev.upheld.discover.Imported.Figures;
import dev.upheld.discover.Imported.Kind;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.fideslang.FidesFile;
import dev.upheld.discover.fideslang.FidesReader;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.testing.DemoWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotated datasets become places to review; nothing of them is lost, nothing of ours is. */
class FidesImportTest {

  @TempDir Path folder;
  private Path map = Path.of("");

  @BeforeEach
  void workspace() throws IOException {
    DemoWorkspace.copyTo(folder);
    map = folder.resolve("datamap/eu-main.yaml");
  }

  private Workspace read() {
    return Workspaces.read(folder, References.machine().overlaid(Map.of()))
        .workspace()
        .orElseThrow();
  }

  private static FidesFile file(byte[] bytes) {
    FidesReader.Result result =
        FidesReader.read(YamlReader.read("exports/shop.yml", bytes, FidesReader.LIMITS));
    assertThat(result).isInstanceOf(FidesReader.Result.Sound.class);
    return ((FidesReader.Result.Sound) result).file();
  }

  static byte[] bookshop() throws IOException {
    try (var in = FidesImportTest.class.getResourceAsStream("bookshop-fides.yml")) {
      return in.readAllBytes();
    }
  }

  private Imported take(FidesFile file, Choice choice) {
    FidesImport importing = new FidesImport(read(), "eu-main");
    Imported imported = importing.look(file, choice);
    importing.write(imported);
    return imported;
  }

  private Imported take(String yaml) {
    return take(
        file(yaml.getBytes(StandardCharsets.UTF_8)), new Choice(Set.of(), Optional.empty()));
  }

  private static List<String> told(Imported imported, Kind kind) {
    return imported.told().stream()
        .filter(t -> t.kind() == kind)
        .map(t -> t.where() + ": " + t.what())
        .toList();
  }

  @Test
  void annotationsBecomePlacesToReview() throws IOException {
    Imported imported = take(file(bookshop()), new Choice(Set.of(), Optional.empty()));

    assertThat(imported.figures()).isEqualTo(new Figures(8, 48, 7, 1, 0, 19, 8, 17, 5));
    assertThat(Files.readString(map))
        .isEqualTo(imported.after())
        .contains(
            "  customer:\n    review: proposed",
            "    # shop.yml line 13: collection customer of the dataset bookshop_db\n",
            "    subject: {customers: id}",
            "      collected: created_at  # 0.60",
            "      email: {data: email, end: delete}  # 0.95: annotated in shop.yml line 24 as"
                + " user.contact.email",
            "      full_name: {data: name, end: anonymise}  # ",
            "as user.provided.identifiable.contact.phone_number",
            "      \"preferences->newsletter_email\": {data: email, end: delete}  # 0.95: annotated in"
                + " shop.yml line 53 as user.contact.email",
            "      - \"preferences->colour\"  # 0.95: annotated in shop.yml line 55",
            "    # preferences: named in shop.yml line 49 without a category; data_type object\n",
            "      loyalty_tier: \"personal data, 0.95: annotated in shop.yml line 38 as"
                + " user.loyalty.tier (not known here, taken for user)\"",
            "      shoe_size: \"may be personal data, 0.50: named in shop.yml line 39 without a"
                + " category\"",
            "      mood: \"may be personal data, 0.50: annotated in shop.yml line 41 as acme.mood"
                + " (not known here)\"",
            "      address_id: {to: address.id, kind: shared}  # 0.95: shop.yml line 46 says so",
            "      customer_id: {to: customer.id, kind: owns}  # 0.95: ",
            "      zip: {data: postal-address}",
            "    subject: {visitors: email}  # people are looked up by it",
            "      - address_id  # 0.95: annotated in shop.yml line 43 as system.operations",
            "  product: \"annotated in shop.yml line 100 as holding nothing personal")
        .doesNotContain("is_deleted: ", "deleted: is_deleted");
    assertThat(reading().faults()).isEmpty();
    assertThat(reading().places()).isEmpty();
    assertThat(reading().proposed()).hasSize(7);
  }

  private DataMapReader.Result reading() throws IOException {
    return Workspaces.reading(read(), "eu-main", Files.readAllBytes(map));
  }

  /** Every word a person wrote in the file is in the data map or was told. */
  @Test
  void nothingOfTheFileIsLost() throws IOException {
    String source = new String(bookshop(), StandardCharsets.UTF_8);
    Imported imported = take(file(bookshop()), new Choice(Set.of(), Optional.empty()));
    String all =
        imported.after()
            + imported.told().stream()
                .map(t -> t.where() + t.what())
                .reduce("", (a, b) -> a + "\n" + b);
    // what is not said by its word: the file's own structure, and what has another word here
    Set<String> structure =
        Set.of(
            "fides_key",
            "dataset",
            "collections",
            "fields",
            "name",
            "description",
            "namespace",
            "data_categories",
            "data_subjects",
            "organization_fides_key",
            "default_organization",
            "primary_key",
            "True",
            "references",
            "schema",
            "public",
            "masking_strategy_override",
            "strategy",
            "identity",
            "field");
    Stream.of(source.replaceAll("(?m)#.*$", "").split("[^\\w.]+", -1))
        .filter(w -> !w.isBlank() && !structure.contains(w))
        .distinct()
        .forEach(word -> assertThat(all).as(word).contains(word));
  }

  @Test
  void aSecondRunChangesNothingAndRepeatsNoComment() throws IOException {
    take(file(bookshop()), new Choice(Set.of(), Optional.empty()));
    String once = Files.readString(map);
    Imported again = take(file(bookshop()), new Choice(Set.of(), Optional.empty()));
    assertThat(again.changes()).isFalse();
    assertThat(Files.readString(map)).isEqualTo(once);
    assertThat(again.told()).extracting(Told::where).containsExactly("policy");
    assertThat(again.figures()).isEqualTo(new Figures(8, 48, 0, 0, 8, 0, 0, 0, 0));
  }

  private static final String DECIDED =
      """
      system: eu-main
      # mine
      places:
        buyer:
          table: public.customer
          activity: accounts
          fields: {email: email, full_name: phone}   # so
          technical: [id, birthday]
      ignore:
        visit: nobody is in it
      """;

  @Test
  void whatAPersonDecidedStaysAndDifferencesAreTold() throws IOException {
    Files.createDirectories(map.resolveSibling(""));
    Files.writeString(map, DECIDED);
    Imported imported = take(file(bookshop()), new Choice(Set.of(), Optional.empty()));

    String after = Files.readString(map);
    DECIDED.lines().forEach(line -> assertThat(after).contains(line + "\n"));
    assertThat(after)
        .doesNotContain("  customer:\n", "  visit:\n")
        .contains("      phone: \"pd:TelephoneNumber, 0.95: annotated in shop.yml line 34")
        .contains("      customer_id: {to: buyer.id, kind: owns}");
    assertThat(told(imported, Kind.DIFFERS))
        .hasSize(4)
        .anyMatch(t -> t.startsWith("buyer.full_name: the map says phone (pd:TelephoneNumber)"))
        .anyMatch(t -> t.startsWith("buyer.birthday: the map says technical"))
        .anyMatch(t -> t.startsWith("buyer.id: the map says technical"))
        .anyMatch(t -> t.startsWith("visit: the map has it under ignore, but"));
    assertThat(told(imported, Kind.LEFT))
        .anyMatch(t -> t.startsWith("buyer: fides_meta.erase_after"))
        .anyMatch(t -> t.startsWith("buyer: address_id points at address.id"));
    assertThat(take(file(bookshop()), new Choice(Set.of(), Optional.empty())).changes()).isFalse();
  }

  private static final String TWO =
      """
      dataset:
      - fides_key: one
        collections:
        - name: client
          fields:
          - {name: id, data_categories: [user.unique_id], fides_meta: {primary_key: yes, references: [{dataset: two, field: sale.client, direction: to}]}}
          - {name: data, fides_meta: {data_type: "object[]"}, fields: [{name: a, fides_meta: {references: [{dataset: one, field: client.id}]}}]}
      - fides_key: two
        fides_meta: {namespace: {schema: sales}}
        collections:
        - name: sale
          fields:
          - {name: id, fides_meta: {primary_key: yes}}
          - {name: client, data_categories: [user.unique_id]}
      """;

  @Test
  void listsWithinColumnsHaveTheirPaths() throws IOException {
    String yaml =
        """
        dataset:
        - fides_key: one
          collections:
          - name: customer
            fields:
            - name: contacts
              data_categories: [user.contact]
              fides_meta: {data_type: "object[]"}
              fields:
              - {name: mails, data_categories: [user.contact.email], fides_meta: {data_type: "string[]"}}
              - name: home
                data_categories: [user.contact.address]
                fields:
                - name: zip code
                - {name: city, data_categories: [user.contact.address.city], fides_meta: {masking_strategy_override: {strategy: null_rewrite}}}
        """;
    take(yaml);
    assertThat(reading().faults()).isEmpty();
    assertThat(Files.readString(map))
        .contains(
            "\"contacts->[].mails[]\": {data: email, end: delete}",
            "\"contacts->[].home.\\\"zip code\\\"\": {data: postal-address",
            "\"contacts->[].home.city\": {data: postal-address, end: clear}",
            "# contacts: annotated in shop.yml line 7 as user.contact; ");
    String once = Files.readString(map);
    assertThat(take(yaml).changes()).isFalse();
    take(yaml.replace("name: zip code", "name: county"));
    assertThat(Files.readString(map))
        .startsWith(once.substring(0, once.indexOf("activity:")))
        .contains("      \"contacts->[].home.county\": \"pd:PhysicalAddress, 0.95");
  }

  @Test
  void asksWhichOfSeveralDatasets() {
    assertThatThrownBy(() -> take(TWO))
        .isInstanceOf(ProblemException.class)
        .satisfies(
            e ->
                assertThat(((ProblemException) e).problems().getFirst().mend())
                    .contains("--dataset", "one, two"));
    FidesFile file = file(TWO.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> take(file, new Choice(Set.of("tow"), Optional.empty())))
        .satisfies(
            e ->
                assertThat(((ProblemException) e).problems().getFirst().mend())
                    .contains("Did you mean two?"));
    assertThat(map).doesNotExist();
  }

  @Test
  void aReferenceFromTheKeyIsTheOtherTablesLink() throws IOException {
    FidesFile file = file(TWO.getBytes(StandardCharsets.UTF_8));
    Imported both = take(file, new Choice(Set.of("one", "two"), Optional.empty()));
    assertThat(Files.readString(map))
        .contains("table: sales.sale")
        .contains("      client: {to: client.id, kind: owns}")
        .contains("# line 7: data.a points at client.id of one");
    assertThat(told(both, Kind.COMMENT)).anyMatch(t -> t.contains("data.a points at client.id"));
  }

  @Test
  void aSchemaCanBeGivenAndADatasetLeftOut() throws IOException {
    FidesFile file = file(TWO.getBytes(StandardCharsets.UTF_8));
    Imported one = take(file, new Choice(Set.of("one"), Optional.of("crm")));
    assertThat(Files.readString(map)).contains("table: crm.client").doesNotContain("sale:");
    assertThat(told(one, Kind.COMMENT))
        .anyMatch(t -> t.contains("id points at sale.client of two"));
  }

  @Test
  void namesNobodyWouldChoose() throws IOException {
    take(
        """
        dataset:
        - fides_key: odd
          collections:
          - name: 'odd schema.T; #'
            fields: [{name: 'e-mail, {x}: #', data_categories: [user.contact.email]}, {name: "null", data_categories: [user.name]}]
          - name: "顧客"
            fields: [{name: '😀"', data_categories: [user.contact.email]}, {name: ' lead', data_categories: [user.name]}]
          - {name: empty}
          - {name: '"', fields: [{name: x, data_categories: [user.name]}]}
        """);
    assertThat(reading().faults()).isEmpty();
    assertThat(Files.readString(map))
        .contains(
            "table: \"odd schema.T; #\"",
            "\"e-mail, {x}: #\": {data: email}",
            "\"null\": {data: name}");
    assertThat(reading().proposed().values())
        .extracting(p -> p.table().name())
        .containsExactlyInAnyOrder("T; #", "顧客", "\"");
  }
}
