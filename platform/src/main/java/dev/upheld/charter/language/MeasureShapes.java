package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Whole;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** What holds for the whole company. */
final class MeasureShapes {
  private MeasureShapes() {}

  static Struct safeguard() {
    Shape words = Shapes.oneOrMore(Shapes.word("word"));
    return new Struct(
        "safeguard",
        "a safeguard",
        "A technical promise; its key names it.",
        "{absent: card-number}",
        List.of(
            optional(
                "absent",
                Shapes.choice(
                    "card-number", "numbers of payment cards",
                    "iban", "numbers of bank accounts"),
                "A kind of value that is found nowhere."),
            optional("except", words, "Data words that may hold it, for absent."),
            optional(
                "encrypt",
                Shapes.choice("connections", "connections to the systems"),
                "What is encrypted."),
            optional("systems", words, "Only these systems, for encrypt; all when left out."),
            optional("apart", words, "Activities whose data cannot be joined with that of others."),
            optional("from", words, "With these activities only, for apart; all when left out."),
            optional("offer", Shapes.word("second-factor"), "Something people can use."),
            optional("to", words, "Which people, for offer; all when left out."),
            Forms.clause()),
        List.of(
            Rule.exactlyOne("absent", "encrypt", "apart", "offer"),
            new Rule.Needs("except", "absent"),
            new Rule.Needs("systems", "encrypt"),
            new Rule.Needs("from", "apart"),
            new Rule.Needs("to", "offer")));
  }

  static Struct residency() {
    Shape words = Shapes.oneOrMore(Shapes.word("word"));
    return new Struct(
        "residency",
        "a promise of territory",
        "Data lies only in some countries.",
        "{countries: [EU], residents: [EU], subjects: [customers]}",
        List.of(
            optional(
                "countries",
                Shapes.oneOrMore(Forms.territory()),
                "Country codes, or groups the law knows: EU, EEA."),
            optional(
                "servers",
                Shapes.choice("own", "the company runs the systems itself"),
                "Who runs the systems the data lies in."),
            optional(
                "residents",
                Shapes.oneOrMore(Forms.territory()),
                "Only people residing there; everybody when left out."),
            optional("subjects", words, "Only these people; everybody when left out."),
            optional("activities", words, "Only these activities; all when left out."),
            optional(
                "dedicated",
                Shapes.flag(),
                "Turned round: systems in these countries hold data of these residents only."),
            Forms.clause()),
        List.of(
            Rule.atLeastOne("countries", "servers"),
            Rule.atMostOne("servers", "dedicated"),
            new Rule.Needs("dedicated", "countries"),
            new Rule.Needs("dedicated", "residents")));
  }

  /** What the writer of the charter noticed in the source and no other key can say. */
  static Struct gap() {
    return new Struct(
        "gap",
        "a gap",
        "Where the source policy is silent, contradicts itself or is doubtful in law, and no other"
            + " key says so; becomes a finding.",
        "{what: the way to opt out is announced and then not given, kind: silent}",
        List.of(
            required("what", Shapes.text("no partner is named for payment"), "In one sentence."),
            required(
                "kind",
                Shapes.choice(
                    "silent", "the source leaves something out",
                    "contradiction", "it says one thing here and another there",
                    "doubtful", "what it says is doubtful in law"),
                "What is wrong."),
            optional("activity", Shapes.word("support"), "The activity it concerns."),
            Forms.clause()),
        List.of());
  }

  static Shape breach() {
    return Shapes.orNotStated(
        new Struct(
            "breach",
            "the promise on breaches",
            "Whom a breach is told, and how fast.",
            "{authority: 72 hours, people: without-undue-delay}",
            List.of(
                optional("authority", Forms.speed(), "The supervisory authority."),
                optional("people", Forms.speed(), "The people concerned."),
                optional("customers", Forms.speed(), "The customers, where they are controllers."),
                Forms.clause()),
            List.of(Rule.atLeastOne("authority", "people", "customers"))));
  }

  static Shape supplierChanges() {
    return Shapes.orNotStated(
        new Struct(
            "supplier-changes",
            "the promise on new recipients",
            "Who is told of a new recipient.",
            "{tell: customers, before: 30 days}",
            List.of(
                required("tell", Shapes.oneOrMore(Shapes.word("customers")), "Words of subjects:."),
                optional(
                    "before",
                    Shapes.orNotStated(Forms.term()),
                    "How long before the change; afterwards when left out."),
                Forms.clause()),
            List.of()));
  }

  static Struct risk() {
    return new Struct(
        "risk",
        "the risk approach",
        "Classes of risk, the line that is not crossed, and measures with owner and review.",
        "{likelihood: [rare, likely], impact: [low, high], threshold: 3}",
        List.of(
            optional(
                "likelihood", Shapes.someOf(Shapes.word("rare")), "Classes, from low to high."),
            optional("impact", Shapes.someOf(Shapes.word("low")), "Classes, from low to high."),
            optional(
                "threshold",
                Shapes.orNotStated(new Whole(1, 10_000)),
                "Product of the two places from which a risk is not accepted."),
            optional("review", Forms.term(), "How often all risks are looked at."),
            optional(
                "measures",
                Shapes.tableOf(Shapes.word("access-control"), measure()),
                "Measures that people attest: technical, training, funding."),
            Forms.clause()),
        List.of(
            new Rule.Needs("likelihood", "impact"),
            new Rule.Needs("impact", "threshold"),
            new Rule.Needs("threshold", "likelihood")));
  }

  static Struct measure() {
    return new Struct(
        "measure",
        "a measure",
        "Something a person reviews and signs, because no program can see it.",
        "{what: staff are trained for their role, owner: people@nimbus.example, review: 12 months}",
        List.of(
            required("what", Shapes.text("staff are trained for their role"), "In words."),
            optional("owner", Forms.owner(), "Who reviews it."),
            required("review", Shapes.orNotStated(Forms.term()), "How often."),
            optional("evidence", Shapes.oneOrMore(Shapes.path("docs/training.md")), "Documents."),
            Forms.clause()),
        List.of());
  }
}
