package dev.upheld.datamap.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.IdentityColumn.Kind;
import dev.upheld.datamap.links.SharedValues.Seen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteLinkFinderTest {
  private static final Set<String> CUSTOMERS = Set.of("customer");

  private static TableName table(String name) {
    return new TableName(Optional.empty(), name);
  }

  private static IdentityColumn column(String table, String column, Kind kind, Set<String> of) {
    return new IdentityColumn(table, table(table), column, kind, of, false, false, false);
  }

  private static IdentityColumn key(String table, String column, Kind kind, boolean counted) {
    return new IdentityColumn(table, table(table), column, kind, CUSTOMERS, true, counted, true);
  }

  private static List<ProposedRemoteLink> find(
      IdentityColumn here, SharedValues values, IdentityColumn... there) {
    return RemoteLinkFinder.find(List.of(here), "billing", List.of(there), values);
  }

  private static SharedValues seen(double share, long common, boolean small) {
    return (here, there) -> Optional.of(new Seen(share, 500, common, small));
  }

  @ParameterizedTest
  @CsvSource({
    "ticket,customer_no,customer,number",
    "ticket,customerNumber,customer,customer_nr",
    "ticket,KUNDENNUMMER,Kunden,nummer",
    "commande,numero_client,clients,numero",
    "orders,customer_id,customers,id",
  })
  void aNumberIsKnownByItsName(String table, String column, String there, String number) {
    assertThat(Kind.of(Optional.empty(), table(table), column)).contains(Kind.NUMBER);
    assertThat(
            find(
                column(table, column, Kind.NUMBER, CUSTOMERS),
                SharedValues.UNKNOWN,
                key(there, number, Kind.NUMBER, true)))
        .singleElement()
        .satisfies(
            l -> {
              assertThat(l.kind()).isEqualTo(Link.Kind.OWNS);
              assertThat(l.reasons().getFirst()).contains("name");
            });
  }

  @ParameterizedTest
  @CsvSource({"status_code", "country", "priority", "country_code", "tariff_no", "order_id"})
  void otherThingsAreNoNumbersOfPeople(String column) {
    assertThat(Kind.of(Optional.empty(), table("ticket"), column)).isEmpty();
  }

  @Test
  void countersAreNeverHeldAgainstEachOther() {
    SharedValues never =
        (here, there) -> {
          throw new AssertionError("counters were compared");
        };
    IdentityColumn id = key("customer", "id", Kind.NUMBER, true);
    assertThat(find(id, never, key("customer", "id", Kind.NUMBER, true))).isEmpty();
  }

  @Test
  void smallNumbersInCommonMakeNoLink() {
    IdentityColumn ref = column("ticket", "ext_ref", Kind.NUMBER, CUSTOMERS);
    IdentityColumn number = key("customer", "number", Kind.NUMBER, true);
    assertThat(find(ref, seen(1, 400, true), number)).isEmpty();
    assertThat(find(ref, seen(1, 400, false), number)).hasSize(1);
  }

  @Test
  void valuesThatAreNotThereSpeakAgainstEveryName() {
    IdentityColumn no = column("ticket", "customer_no", Kind.NUMBER, CUSTOMERS);
    IdentityColumn number = key("customer", "number", Kind.NUMBER, false);
    assertThat(find(no, SharedValues.UNKNOWN, number)).hasSize(1);
    assertThat(find(no, seen(0, 0, false), number)).isEmpty();
    IdentityColumn mail = key("account", "email", Kind.EMAIL, false);
    IdentityColumn email = key("customer", "email", Kind.EMAIL, false);
    assertThat(find(mail, SharedValues.UNKNOWN, email)).hasSize(1);
    assertThat(find(mail, seen(0.01, 5, false), email)).isEmpty();
  }

  @Test
  void aFewMailboxesInCommonAddNothing() {
    IdentityColumn mail = column("letter", "sent_from", Kind.EMAIL, Set.of());
    IdentityColumn email = key("customer", "email", Kind.EMAIL, false);
    assertThat(find(mail, seen(0.3, 4, false), email)).isEmpty();
    assertThat(find(mail, seen(0.3, 60, false), email))
        .singleElement()
        .satisfies(l -> assertThat(l.kind()).isEqualTo(Link.Kind.MENTIONS));
  }

  @Test
  void otherPeopleWithTheSameSortOfColumnAreNoLink() {
    IdentityColumn staff = column("agent", "email", Kind.EMAIL, Set.of("staff"));
    IdentityColumn email = key("customer", "email", Kind.EMAIL, false);
    assertThat(find(staff, SharedValues.UNKNOWN, email)).isEmpty();
    IdentityColumn unknown = column("letter", "email", Kind.EMAIL, Set.of());
    assertThat(find(unknown, SharedValues.UNKNOWN, email)).isEmpty();
  }

  @Test
  void theBestTargetIsTaken() {
    IdentityColumn mail = key("account", "email", Kind.EMAIL, false);
    assertThat(
            find(
                mail,
                SharedValues.UNKNOWN,
                column("invoice", "email", Kind.EMAIL, CUSTOMERS),
                key("customer", "email", Kind.EMAIL, false)))
        .extracting(l -> l.to().place())
        .containsExactly("customer");
  }

  @Test
  void aKeyOfPeopleThatIsTheirKeyElsewhereIsFoundByValuesOnly() {
    IdentityColumn id = key("account", "id", Kind.NUMBER, false);
    IdentityColumn other = key("customer", "id", Kind.NUMBER, false);
    assertThat(find(id, SharedValues.UNKNOWN, other)).isEmpty();
    assertThat(find(id, seen(0.9, 450, false), other)).hasSize(1);
  }
}
