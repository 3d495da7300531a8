package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** Who promises, and how the policy is published. */
final class WhoShapes {
  private WhoShapes() {}

  static Struct company() {
    return new Struct(
        "company",
        "the company",
        "Who promises.",
        "{id: nimbus, name: Nimbus Cloud SAS, country: FR, zone: Europe/Paris}",
        List.of(
            required("id", Shapes.word("nimbus"), "First part of the name of every promise."),
            required("name", Shapes.text("Nimbus Cloud SAS"), "The legal name."),
            required("country", Forms.country(), "Where it is established."),
            required("zone", Forms.zone(), "Whose calendar days count."),
            optional("address", Shapes.text("1 rue des Nuages, 44000 Nantes"), "Postal address."),
            optional("register", Shapes.text("RCS Nantes 900 000 000"), "Entry in the register."),
            optional("owner", Forms.owner(), "Who answers for what names nobody else."),
            Forms.clause()),
        List.of());
  }

  static Struct controller() {
    return new Struct(
        "controller",
        "a controller",
        "Another company that decides on purposes and means.",
        "{name: Nimbus Oy, country: FI}",
        List.of(
            required("name", Shapes.text("Nimbus Oy"), "The legal name."),
            optional("country", Forms.country(), "Where it is established."),
            Forms.clause()),
        List.of());
  }

  static Shape contact() {
    return Shapes.orNotStated(
        new Struct(
            "contact",
            "a contact",
            "Whom people write to.",
            "{email: dpo@nimbus.example}",
            List.of(
                optional(
                    "name", Shapes.orNotStated(Shapes.text("Data protection officer")), "Who."),
                optional("email", Shapes.orNotStated(Shapes.email("dpo@nimbus.example")), "Mail."),
                optional(
                    "address", Shapes.orNotStated(Shapes.text("1 rue des Nuages")), "Letters."),
                Forms.clause()),
            List.of()));
  }

  static Struct languages() {
    return new Struct(
        "languages",
        "the languages",
        "The languages of the policy.",
        "{list: [en, fr], prevailing: fr}",
        List.of(
            required("list", Shapes.someOf(language()), "All of them."),
            required(
                "prevailing",
                Shapes.orNotStated(language()),
                "The one that counts where they differ."),
            optional("machine-made", Shapes.listOf(language()), "Those only a machine translated."),
            Forms.clause()),
        List.of());
  }

  static Literal language() {
    return Literal.of("a language code", "en", "[a-z]{2,3}(-[A-Z]{2})?");
  }

  static Struct notice() {
    return new Struct(
        "notice",
        "the notice",
        "The published policy.",
        "{updated: 2026-03-01, tell: [customers], before: 30 days}",
        List.of(
            optional("updated", Shapes.date(), "The day the policy gives as its own."),
            optional(
                "tell", Shapes.oneOrMore(Shapes.word("customers")), "Who is told of a change."),
            optional("before", Forms.term(), "How long before the change."),
            Forms.clause()),
        List.of());
  }

  static Struct revision() {
    return new Struct(
        "revision",
        "a revision",
        "A change of the policy.",
        "{date: 2026-03-01, what: Visits are kept 180 days}",
        List.of(
            required("date", Forms.dayOrYear(), "From when; the year alone where no more is said."),
            required("what", Shapes.text("Visits are kept 180 days"), "What changed."),
            optional("told", Shapes.listOf(Shapes.word("customers")), "Who was told."),
            Forms.clause()),
        List.of());
  }

  static Struct authority() {
    return new Struct(
        "authority",
        "the authority",
        "The authority the policy names for complaints; its details come from the packs.",
        "{names: [CNIL]}",
        List.of(
            optional("names", Shapes.someOf(Shapes.text("CNIL")), "As the policy names it."),
            optional(
                "list",
                Shapes.text("https://authorities.example/list"),
                "Where the policy only points at a list: its address."),
            Forms.clause()),
        List.of(Rule.atLeastOne("names", "list")));
  }

  static Struct scope() {
    return new Struct(
        "scope",
        "the scope",
        "What the policy covers, and what not.",
        "{is: customers and visitors of the site, domains: [nimbus.example]}",
        List.of(
            required("is", Shapes.text("customers and visitors"), "In words."),
            optional("domains", Shapes.listOf(Shapes.text("nimbus.example")), "Domains covered."),
            Forms.clause()),
        List.of());
  }

  static Struct legalNotice() {
    return new Struct(
        "legal-notice",
        "the legal notice",
        "What a site must say of its publisher.",
        "{form: SAS, register: 900 000 000}",
        List.of(
            entry("form", "SAS", "Legal form."),
            entry("address", "1 rue des Nuages", "Seat."),
            entry("phone", "+33 2 00 00 00 00", "Telephone."),
            entry("register", "RCS Nantes 900 000 000", "Entry in the register."),
            entry("vat", "FR 00 900 000 000", "VAT number."),
            entry("capital", "10 000 euros", "Share capital."),
            entry("director", "the chief executive", "Director of publication."),
            entry("host", "Nimbus Cloud SAS", "Who hosts the site."),
            entry("host-address", "1 rue des Nuages", "Where the host is."),
            entry("host-phone", "+33 2 00 00 00 00", "Telephone of the host."),
            Forms.clause()),
        List.of());
  }

  private static Field entry(String key, String example, String doc) {
    return optional(key, Shapes.orNotStated(Shapes.text(example)), doc);
  }
}
