package dev.upheld.datamap.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Schemas that real ones resemble: other languages, other habits, and what only looks like a link.
 */
class LinkFinderTest {

  @Test
  void germanNamesWithHumpsAndNumbers() {
    assertThat(
            Shop.links(
                """
                Kunden: KundenNr* INT, Name TEXT(80), LandCode TEXT(2), Status INT
                Laender: Code* TEXT(2), Bezeichnung TEXT(60)
                Bestellungen: BestellNr* INT, KundenNr INT i, MitarbeiterNr INT, Datum DATE, Status INT
                Mitarbeiter: MitarbeiterNr* INT, Nachname TEXT(60), VorgesetzterNr INT, AbteilungsNr INT
                Abteilungen: AbteilungsNr* INT, Bezeichnung TEXT(60)
                """))
        .containsExactly(
            "Bestellungen.KundenNr > Kunden.KundenNr",
            "Bestellungen.MitarbeiterNr > Mitarbeiter.MitarbeiterNr",
            "Kunden.LandCode > Laender.Code",
            "Mitarbeiter.AbteilungsNr > Abteilungen.AbteilungsNr");
  }

  @Test
  void frenchSpanishAndItalianPutTheKeyFirst() {
    assertThat(
            Shop.links(
                """
                clients: id* INT, nom TEXT(80), id_pays INT
                pays: id* INT, libelle TEXT(60)
                commandes: id* INT, id_client INT i, adresse_livraison_id INT, date DATE
                adresses: id* INT, rue TEXT(80)
                """))
        .containsExactly(
            "clients.id_pays > pays.id",
            "commandes.adresse_livraison_id > adresses.id",
            "commandes.id_client > clients.id");
    assertThat(
            Shop.links(
                """
                facturas: id* INT, cod_cliente INT, importe DECIMAL
                clientes: cod_cliente* INT, nombre TEXT(80)
                """))
        .containsExactly("facturas.cod_cliente > clientes.cod_cliente");
  }

  @Test
  void rolesParentsAndWhoDidIt() {
    assertThat(
            Shop.links(
                """
                users: id* INT, login TEXT(40) u, manager_id INT
                addresses: id* INT, street TEXT(80)
                orders: id* INT, user_id INT i, billing_address_id INT i, created_by INT, position INT
                categories: id* INT, parent_id INT i, name TEXT(40)
                """))
        .containsExactly(
            "categories.parent_id > categories.id",
            "orders.billing_address_id > addresses.id",
            "orders.created_by > users.id",
            "orders.user_id > users.id",
            "users.manager_id > users.id");
  }

  @Test
  void prefixesShortNamesAndWordsInOne() {
    assertThat(
            Shop.links(
                """
                customer: c_custkey* INT, c_name TEXT(25), c_nationkey INT
                nation: n_nationkey* INT, n_name TEXT(25), n_comment TEXT(152)
                orders: o_orderkey* INT, o_custkey INT, o_status TEXT(1), o_total DECIMAL
                departments: dept_no* TEXT(4), dept_name TEXT(40)
                dept_emp: emp_no* INT, dept_no* TEXT(4), from_date DATE
                employees: emp_no* INT, birth_date DATE
                salaries: emp_no* INT, from_date* DATE, salary INT
                product: productid* INT, productname TEXT(40)
                orderdetail: orderdetailid* INT, productid INT i, quantity INT
                """))
        .containsExactly(
            "customer.c_nationkey > nation.n_nationkey",
            "dept_emp.dept_no > departments.dept_no",
            "dept_emp.emp_no > employees.emp_no",
            "orderdetail.productid > product.productid",
            "orders.o_custkey > customer.c_custkey",
            "salaries.emp_no > employees.emp_no");
  }

  @Test
  void whatOnlyLooksLikeALink() {
    assertThat(
            Shop.links(
                """
                people: id* INT, name TEXT(80), status INT, created DATE, email TEXT(80), tax_id TEXT(20)
                events: id* INT, status INT, type INT, name TEXT(80), created DATE, session_id TEXT(64)
                orders: id* INT, order_no TEXT(20) u, status INT, email TEXT(80), user_session_id INT
                lines: id* INT, order INT, version INT, amount DECIMAL, order_date DATE
                """))
        .isEmpty();
  }

  @Test
  void aKeyOfSeveralColumns() {
    assertThat(
            Shop.links(
                """
                orders: id* INT, total DECIMAL
                order_lines: order_id* INT, line_no* INT, amount DECIMAL
                order_line_taxes: id* INT, order_id INT, line_no INT, rate DECIMAL
                users: id* INT, name TEXT(20)
                groups: id* INT, name TEXT(20)
                group_members: group_id* INT, user_id* INT
                invitations: id* INT, group_id INT i, user_id INT i
                """))
        .containsExactly(
            "group_members.group_id > groups.id",
            "group_members.user_id > users.id",
            "invitations.group_id > groups.id",
            "invitations.user_id > users.id",
            "order_line_taxes.order_id+line_no > order_lines.order_id+line_no",
            "order_lines.order_id > orders.id");
  }

  @Test
  void whichTableIsMeantAnotherColumnSays() {
    String schema =
        """
        notes: id* UUID, subject_type TEXT(20), subject_id UUID i, body TEXT
        tickets: id* UUID, title TEXT(80)
        invoices: id* UUID, total DECIMAL
        films: id* UUID, title TEXT(80)
        """;
    assertThat(Shop.links(schema)).isEmpty();
    Map<String, Double> shares = Map.of("tickets", 0.6, "invoices", 0.4, "films", 0.0);
    assertThat(
            Shop.links(
                Shop.tables(schema),
                (from, here, to, there) ->
                    here.equals(List.of("subject_id"))
                        ? OptionalDouble.of(shares.getOrDefault(to.name(), 0.0))
                        : OptionalDouble.of(0)))
        .containsExactly("notes.subject_id > invoices.id", "notes.subject_id > tickets.id");
  }

  @Test
  void valuesSpeakWhereNamesAreSilentAndAgainstNamesThatLie() {
    String schema =
        """
        t1: c1* TEXT(12), c2 TEXT(40)
        t2: c1* INT, c2 TEXT(12), c3 INT
        users: id* INT, name TEXT(40)
        votes: id* INT, user_id INT i
        """;
    Containment values =
        (from, here, to, there) ->
            OptionalDouble.of(
                from.name().equals("t2") && here.equals(List.of("c2")) && to.name().equals("t1")
                    ? 1
                    : 0);
    assertThat(Shop.links(schema)).containsExactly("votes.user_id > users.id");
    assertThat(Shop.links(Shop.tables(schema), values)).containsExactly("t2.c2 > t1.c1");
  }

  @Test
  void aLinkSaysWhyAndHowSure() {
    List<ProposedLink> links =
        LinkFinder.find(
            Shop.tables("users: id* INT, n TEXT\nvotes: id* INT, user_id INT i"),
            Containment.UNKNOWN);
    assertThat(links).hasSize(1);
    assertThat(links.getFirst().from()).isEqualTo(TableName.parse("votes"));
    assertThat(links.getFirst().reasons())
        .containsExactly(
            "the name is that of the table",
            "over there is the primary key",
            "an index begins with the column");
    assertThat(links.getFirst().confidence()).isBetween(0.8, 0.99);
    assertThat(links.getFirst().declared()).isFalse();
  }
}
