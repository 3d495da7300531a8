package dev.upheld.datamap.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Link.Kind;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that lead to other systems. */
class NeighboursTest {
  private static final Names NAMES =
      new Names(
          Set.of("accounts", "billing", "support"),
          Set.of("customers"),
          Set.of("email"),
          Set.of(),
          Set.of("collected"),
          Set.of("shop"));

  private static final String BILLING =
      """
      system: billing
      places:
        customer:
          activity: billing
          key: number
        invoice:
          activity: billing
        order:
          activity: billing
          key: [shop, number]
        guest:
          review: proposed
          activity: billing
          technical: [id]
      """;

  @TempDir Path root;

  @BeforeEach
  void billing() throws IOException {
    write(
        "systems.yaml",
        "systems: {billing: {kind: partner}, support: {kind: partner}, crm: {kind: partner}}\n");
    write("datamap/billing.yaml", BILLING);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String support(String links) {
    return """
    system: support
    places:
      account: {activity: accounts, technical: [id]}
      ticket:
        activity: support
        links: %s
    """
        .formatted(links);
  }

  private DataMapFolder.Result read(String links) throws IOException {
    write("datamap/support.yaml", support(links));
    return DataMapFolder.read(root, References.machine(), NAMES);
  }

  private Place ticket(String links) throws IOException {
    DataMapFolder.Result result = read(links);
    assertThat(result.faults()).isEmpty();
    return requireNonNull(requireNonNull(result.map().places().get("support")).get("ticket"));
  }

  private List<String> faults(String links) throws IOException {
    return read(links).faults().stream().map(NeighboursTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.where().orElseThrow().file().replace("datamap/", "")
        + ":"
        + problem.where().orElseThrow().line()
        + " "
        + problem.code().code()
        + ": "
        + problem.what()
        + " "
        + problem.mend();
  }

  @Test
  void aColumnThatHoldsTheOthersNumber() throws IOException {
    Place ticket = ticket("{customer_no: {to: billing/customer.number, kind: owns}}");
    assertThat(ticket.links()).isEmpty();
    assertThat(ticket.elsewhere())
        .containsExactly(
            new RemoteLink(
                List.of("customer_no"),
                "billing",
                "customer",
                List.of("number"),
                Kind.OWNS,
                new Location("datamap/support.yaml", 6, 31)));
  }

  @Test
  void theKeyThereIsMeantWhereNoColumnIsNamed() throws IOException {
    assertThat(ticket("{c: {to: billing/customer, kind: mentions}}").elsewhere())
        .extracting(RemoteLink::key)
        .containsExactly(List.of("number"));
    assertThat(ticket("[{via: [s, o], to: billing/order, kind: shared}]").elsewhere())
        .extracting(RemoteLink::columns, RemoteLink::key, RemoteLink::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                List.of("s", "o"), List.of("shop", "number"), Kind.SHARED));
    assertThat(ticket("{g: {to: billing/guest, kind: owns}}").elsewhere())
        .as("a proposed place may be pointed at, and id is its key")
        .extracting(RemoteLink::key)
        .containsExactly(List.of("id"));
  }

  @Test
  void bothKindsStandTogether() throws IOException {
    Place ticket =
        ticket(
            "[{via: a, to: account, kind: owns},"
                + " {via: m, to: billing/customer, key: email, kind: mentions}]");
    assertThat(ticket.links()).hasSize(1);
    assertThat(ticket.elsewhere()).hasSize(1);
  }

  @Test
  void namesMayHoldSlashesAndDots() throws IOException {
    assertThat(ticket("{a: {to: account.a/b, kind: owns}}").elsewhere()).isEmpty();
    assertThat(ticket("{a: {to: 'billing/customer.\"a.b/c\"', kind: owns}}").elsewhere())
        .extracting(RemoteLink::key)
        .containsExactly(List.of("a.b/c"));
  }

  @Test
  void anUnknownSystemIsToldWithTheNearest() throws IOException {
    assertThat(faults("{a: {to: biling/customer.number, kind: owns}}"))
        .containsExactly(
            "support.yaml:6 unknown-system: There is no system \"biling\". Did you mean"
                + " \"billing\"? Known: billing, crm, support.");
    assertThat(faults("{a: {to: Billing/customer.number, kind: owns}}"))
        .singleElement()
        .asString()
        .contains("Did you mean \"billing\"?");
  }

  @Test
  void anUnknownPlaceThereIsToldWithTheNearest() throws IOException {
    assertThat(faults("{a: {to: billing/custmer.number, kind: owns}}"))
        .containsExactly(
            "support.yaml:6 unknown-place: There is no place in billing \"custmer\". Did you mean"
                + " \"customer\"? Known: customer, guest, invoice, order.");
  }

  @Test
  void aSystemAloneIsNoPlace() throws IOException {
    assertThat(faults("{a: {to: billing/, kind: owns}}"))
        .singleElement()
        .asString()
        .contains("There is no place in billing \"\".");
  }

  @Test
  void theOwnSystemIsNotNamed() throws IOException {
    assertThat(faults("{a: {to: support/account.id, kind: owns}}"))
        .containsExactly(
            "support.yaml:6 link-to-own-system: This is the data map of \"support\" itself. Leave"
                + " out \"support/\" for a link within the system.");
  }

  @Test
  void aSystemWithoutDataMapIsTold() throws IOException {
    assertThat(faults("{a: {to: crm/person.id, kind: owns}}"))
        .containsExactly(
            "support.yaml:6 linked-system-without-map: The system \"crm\" has no data map. Write"
                + " datamap/crm.yaml, or let upheld discover crm propose it.");
  }

  @Test
  void asManyColumnsOnBothSides() throws IOException {
    assertThat(faults("{a: {to: billing/order, kind: owns}}"))
        .containsExactly(
            "support.yaml:6 bad-key: Here one column points, but at \"billing/order\" to 2 columns."
                + " Name as many columns on both sides; those there are: shop, number.");
    assertThat(faults("[{via: [a, b], to: billing/customer.number, kind: owns}]"))
        .singleElement()
        .asString()
        .contains("Here 2 columns point, but at \"billing/customer\" to one column.");
    assertThat(faults("[{via: [a, b], to: billing/customer, key: [c], kind: owns}]")).hasSize(1);
    assertThat(faults("{a: {to: billing/invoice, kind: owns}}"))
        .singleElement()
        .asString()
        .contains("bad-key: The key of \"billing/invoice\" is not known.")
        .contains("billing/invoice.COLUMN");
  }

  @Test
  void aFaultyMapIsNotHeldAgainstThoseThatPointAtIt() throws IOException {
    write("datamap/billing.yaml", BILLING.replace("activity: billing", "activity: biling"));
    assertThat(faults("{a: {to: billing/custmer.number, kind: owns}}"))
        .isNotEmpty()
        .allMatch(f -> f.startsWith("billing.yaml"));
    write("systems.yaml", "systems: {shop-db: {kind: 1}}\n");
    assertThat(faults("{a: {to: nowhere/customer.number, kind: owns}}"))
        .noneMatch(f -> f.startsWith("support.yaml"));
  }

  @Test
  void proposedPlacesAreHeldAgainstTheOthersToo() throws IOException {
    write(
        "datamap/support.yaml",
        """
        system: support
        places:
          ticket:
            review: proposed
            activity: undecided
            links: {a: {to: billing/customr.number, kind: owns}}
        """);
    assertThat(DataMapFolder.read(root, References.machine(), NAMES).faults()).hasSize(1);
  }

  @Test
  void aTextThatWouldStandInTheFolderIsHeldAgainstTheOthersAndTheyAgainstIt() throws IOException {
    DataMapFolder.Result folder = read("{a: {to: billing/customer.number, kind: owns}}");
    assertThat(folder.faults()).isEmpty();
    assertThat(reading(folder, "support", support("{a: {to: billing/gone.number, kind: owns}}")))
        .hasSize(1);
    assertThat(reading(folder, "support", support("{a: {to: billing/order.number, kind: owns}}")))
        .isEmpty();
    assertThat(reading(folder, "billing", BILLING)).isEmpty();
    assertThat(reading(folder, "billing", BILLING.replace("customer:", "client:")))
        .as("the place that support points at is gone")
        .singleElement()
        .satisfies(p -> assertThat(told(p)).startsWith("support.yaml:6 unknown-place"));
  }

  private static List<Problem> reading(DataMapFolder.Result folder, String system, String yaml) {
    return DataMapReader.read(
            system,
            YamlReader.read("datamap/" + system + ".yaml", yaml.getBytes(StandardCharsets.UTF_8)),
            NAMES,
            folder.map())
        .faults();
  }

  @Test
  void linksAreToldTheSameWayFromBothReadings() throws IOException {
    String links = "{a: {to: billing/customer, kind: owns}}";
    DataMapFolder.Result folder = read(links);
    Map<String, Place> again =
        DataMapReader.read(
                "support",
                YamlReader.read(
                    "datamap/support.yaml", support(links).getBytes(StandardCharsets.UTF_8)),
                NAMES,
                folder.map())
            .places();
    assertThat(again).isEqualTo(folder.map().places().get("support"));
  }
}
