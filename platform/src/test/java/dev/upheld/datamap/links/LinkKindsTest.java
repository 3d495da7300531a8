package dev.upheld.datamap.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Link.Kind;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What declared links mean for a person's data, in shops and offices of several languages. */
class LinkKindsTest {

  @Test
  void aShopsRowsGoWithTheCustomerAndItsFilmsDoNot() {
    assertThat(
            kinds(
                "rentals.customer_id customers",
                "rentals.staff_id staff",
                "rental_lines.rental_id rentals",
                "rental_lines.film_id films",
                "films.language_id languages",
                "customers.address_id addresses",
                "customers.store_id stores",
                "staff.store_id stores"))
        .isEqualTo(
            Map.of(
                "rentals.customer_id", Kind.OWNS,
                "rentals.staff_id", Kind.MENTIONS,
                "rental_lines.rental_id", Kind.OWNS,
                "rental_lines.film_id", Kind.SHARED,
                "films.language_id", Kind.SHARED,
                "customers.address_id", Kind.SHARED,
                "customers.store_id", Kind.SHARED,
                "staff.store_id", Kind.SHARED));
  }

  @Test
  void whoOnlyHandledARowIsMentioned() {
    assertThat(
            kinds(
                "tickets.user_id users",
                "tickets.closed_by_id users",
                "products.created_by users",
                "employees.reports_to employees",
                "payslips.employee_id employees"))
        .isEqualTo(
            Map.of(
                "tickets.user_id", Kind.OWNS,
                "tickets.closed_by_id", Kind.MENTIONS,
                "products.created_by", Kind.MENTIONS,
                "employees.reports_to", Kind.MENTIONS,
                "payslips.employee_id", Kind.OWNS));
  }

  @Test
  void otherLanguagesAndOtherThingsOfPeople() {
    assertThat(
            kinds(
                "Bestellungen.KundenNr Kunden",
                "Bestellungen.MitarbeiterNr Mitarbeiter",
                "commandes.id_client clients",
                "clients.id_pays pays",
                "users.user_type_id user_types"))
        .isEqualTo(
            Map.of(
                "Bestellungen.KundenNr", Kind.OWNS,
                "Bestellungen.MitarbeiterNr", Kind.MENTIONS,
                "commandes.id_client", Kind.OWNS,
                "clients.id_pays", Kind.SHARED,
                "users.user_type_id", Kind.SHARED));
  }

  /** An *owns* too many erases what is others'. */
  @Test
  void whatSeveralPeopleShareGoesWithNoneOfThem() {
    assertThat(
            kinds(
                "accounts.payment_method_id payment_methods",
                "payment_methods.account_id accounts",
                "orders.customer_id customers",
                "orders.last_line_id order_lines",
                "order_lines.order_id orders",
                "messages.sender_id users",
                "messages.recipient_id users",
                "follows.user_id users",
                "follows.followed_user_id users",
                "companies.owner_id users",
                "user_groups.owner_id users",
                "projects.company_id companies"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("accounts.payment_method_id", Kind.SHARED),
                Map.entry("payment_methods.account_id", Kind.OWNS),
                Map.entry("orders.customer_id", Kind.OWNS),
                Map.entry("orders.last_line_id", Kind.SHARED),
                Map.entry("order_lines.order_id", Kind.OWNS),
                Map.entry("messages.sender_id", Kind.SHARED),
                Map.entry("messages.recipient_id", Kind.SHARED),
                Map.entry("follows.user_id", Kind.OWNS),
                Map.entry("follows.followed_user_id", Kind.SHARED),
                Map.entry("companies.owner_id", Kind.SHARED),
                Map.entry("user_groups.owner_id", Kind.SHARED),
                Map.entry("projects.company_id", Kind.SHARED)));
  }

  /** Each line is a declared link: {@code table.column target}. */
  private static Map<String, Kind> kinds(String... links) {
    Map<String, List<TableFacts.Declared>> declared = new LinkedHashMap<>();
    for (String link : links) {
      String[] parts = link.split("[. ]", 3);
      declared
          .computeIfAbsent(parts[0], table -> new ArrayList<>())
          .add(
              new TableFacts.Declared(List.of(parts[1]), TableName.parse(parts[2]), List.of("id")));
    }
    List<TableFacts> tables = new ArrayList<>();
    declared.forEach((table, keys) -> tables.add(facts(table, keys)));
    Map<String, Kind> kinds = new TreeMap<>();
    for (ProposedLink link : LinkFinder.find(tables, Containment.UNKNOWN)) {
      kinds.put(link.from() + "." + link.fromColumns().getFirst(), link.kind());
    }
    return kinds;
  }

  private static TableFacts facts(String table, List<TableFacts.Declared> keys) {
    List<TableFacts.Column> columns = new ArrayList<>();
    columns.add(TableFacts.Column.of("id", TypeFamily.WHOLE));
    keys.forEach(
        key -> columns.add(TableFacts.Column.of(key.columns().getFirst(), TypeFamily.WHOLE)));
    return new TableFacts(
        TableName.parse(table), columns, List.of("id"), List.of(), List.of(), keys);
  }
}
