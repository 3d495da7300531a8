package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Processing activities. */
final class ActivityShapes {
  private ActivityShapes() {}

  static Struct activity() {
    List<Field> fields = new ArrayList<>(who());
    fields.addAll(ground());
    fields.addAll(data());
    fields.add(KeepShapes.keep());
    fields.add(recipients());
    fields.addAll(choices());
    fields.add(
        optional(
            "sets-aside",
            Shapes.someOf(setAside()),
            "Norms that seem to apply and do not, each with the reason; becomes a finding."));
    fields.add(Forms.clause());
    return new Struct(
        "activity",
        "an activity",
        "A processing activity: why, on which basis, about whom, which data, how long, for whom.",
        "{role: controller, purpose: recruit, basis: contract, subjects: [candidates],"
            + " data: {only: [name]}, keep: {until: decided}, recipients: []}",
        fields,
        List.of(
            new Rule.When(
                "role",
                List.of("controller", "joint-controller"),
                "basis",
                new Complaint(
                    ShapeCode.MISSING_KEY,
                    "This activity names no lawful basis.",
                    "Add basis:, for example basis: contract; if the policy is silent, write basis:"
                        + " not-stated."))));
  }

  private static List<Field> who() {
    return List.of(
        optional("title", Shapes.text("Audience measurement"), "The name people read."),
        optional("owner", Forms.owner(), "Who answers for it: a role or an address."),
        required(
            "role",
            Shapes.choice(
                "controller", "the company decides why and how",
                "joint-controller", "it decides together with others",
                "processor", "it works on instructions"),
            "The company's role in this activity."),
        optional(
            "controllers",
            Shapes.oneOrMore(Shapes.word("nimbus-oy")),
            "Other controllers, listed under controllers: who decide too, or who instruct."),
        optional("products", Shapes.oneOrMore(Shapes.word("hosting")), "Only these products."));
  }

  private static List<Field> ground() {
    return List.of(
        required(
            "purpose",
            Shapes.anyOf(
                Shapes.word("measure-audience"),
                Shapes.someOf(Shapes.word("measure-audience")),
                statement("purpose", "a purpose", "is", "The purpose, one word or several.")),
            "Why the data is processed."),
        optional(
            "basis",
            Shapes.anyOf(basisWord(), basis(), Shapes.someOf(Shapes.anyOf(basisWord(), basis()))),
            "The lawful basis, or several; required of controllers."),
        optional(
            "instructions",
            Shapes.orNotStated(Shapes.path("docs/dpa.md")),
            "For a processor: the contract with the instructions."),
        optional(
            "never-for",
            listed("never-for", "purposes excluded", "marketing"),
            "Purposes the data is promised not to be used for."),
        optional(
            "automated-decisions",
            listed("automated-decisions", "automated decisions", "none"),
            "Decisions taken by programs alone: none, or a word for each."));
  }

  private static List<Field> data() {
    return List.of(
        required(
            "subjects",
            listed("subjects-of", "groups of people", "visitors"),
            "Whose data it is; words of subjects:."),
        required(
            "data", Shapes.orNotStated(dataList()), "Which data is held; words of vocabulary:."),
        optional(
            "sources",
            listed("sources", "sources", "person"),
            "Where the data comes from: person, public-register, job-boards."));
  }

  private static Field recipients() {
    Shape uses = Shapes.listOf(Shapes.anyOf(Shapes.word("chatline"), use()));
    Struct closed =
        new Struct(
            "recipients-of",
            "the recipients",
            "Who receives the data, with the clause that says so.",
            "{only: [], clause: [CC-23]}",
            List.of(
                required("only", uses, "These and nobody else; an empty list means nobody."),
                optional(
                    "unless",
                    Shapes.text("the candidate authorises it"),
                    "In which case it may go to others."),
                Forms.clause()),
            List.of());
    return required(
        "recipients",
        Shapes.anyOf(uses, closed, Shapes.choice(Shapes.NOT_STATED, "the source leaves it open")),
        "Who receives the data; an empty list means nobody.");
  }

  private static List<Field> choices() {
    return List.of(
        optional(
            "terminal",
            Shapes.anyOf(
                terminalKinds(),
                new Struct(
                    "terminal",
                    "reading or writing on the device",
                    "Whether the activity reads or writes on people's devices.",
                    "{is: exempt}",
                    List.of(
                        required("is", terminalKinds(), "Whether people are asked first."),
                        Forms.clause()),
                    List.of())),
            "Reading or writing on the person's device; asked before the basis."),
        optional(
            "refuse",
            Shapes.anyOf(Shapes.word("opt-out"), refusal()),
            "How people refuse: opt-out, unsubscribe."),
        optional(
            "count",
            listed("count", "what is counted", "visits"),
            "What is counted, and nothing else."),
        optional(
            "watch",
            Shapes.anyOf(
                Shapes.someOf(Shapes.word("sign-in")),
                statement("watch", "what is watched", "events", "The events that are logged.")),
            "Events that are logged and raise alerts."));
  }

  private static Choice terminalKinds() {
    return Shapes.choice(
        "none",
        "nothing is read or written",
        "exempt",
        "it is, but needs no consent",
        "consent",
        "it is, and people are asked first",
        Shapes.NOT_STATED,
        "the source leaves it open; becomes a finding");
  }

  private static Struct refusal() {
    return new Struct(
        "refuse",
        "a way to refuse",
        "How people refuse.",
        "{by: opt-out}",
        List.of(
            required("by", Shapes.word("opt-out"), "The way: opt-out, unsubscribe."),
            optional("effort", CookieShapes.effort(), "Compared with accepting."),
            Forms.clause()),
        List.of());
  }

  private static Struct dataList() {
    Shape words = Shapes.someOf(Shapes.word("email"));
    return new Struct(
        "data",
        "a list of data",
        "Data words; \"only\" promises that nothing else is held, \"include\" is what vague texts say.",
        "{only: [email]}",
        List.of(
            optional("only", words, "These and nothing else."),
            optional("include", words, "These among others; becomes a finding."),
            Forms.clause()),
        List.of(Rule.exactlyOne("only", "include")));
  }

  private static Struct use() {
    return new Struct(
        "use",
        "a recipient of the activity",
        "One recipient, and within which bounds.",
        "{who: chatline, for: carrying the conversation}",
        List.of(
            required("who", Shapes.word("chatline"), "A word of recipients:."),
            optional("for", Shapes.text("carrying the conversation"), "What it receives it for."),
            optional("when", Shapes.text("the customer pays by card"), "Only in this case."),
            optional("products", Shapes.oneOrMore(Shapes.word("hosting")), "Only these products."),
            optional(
                "residents",
                Shapes.oneOrMore(Forms.territory()),
                "Only people residing in these countries."),
            Forms.clause()),
        List.of());
  }

  private static Struct setAside() {
    return new Struct(
        "sets-aside",
        "a norm set aside",
        "A norm on keeping that seems to apply to the activity and does not.",
        "{law: fr/FR-LCEN-1, because: the company hosts nothing for others}",
        List.of(
            required("law", Forms.law(), "The norm."),
            required("because", Shapes.text("the company hosts nothing for others"), "Why.")),
        List.of());
  }

  private static Choice basisWord() {
    return Shapes.choice(
        "consent",
        "GDPR Art. 6(1)(a)",
        "contract",
        "GDPR Art. 6(1)(b)",
        "legal-obligation",
        "GDPR Art. 6(1)(c)",
        "vital-interests",
        "GDPR Art. 6(1)(d)",
        "public-task",
        "GDPR Art. 6(1)(e)",
        "legitimate-interest",
        "GDPR Art. 6(1)(f)",
        Shapes.NOT_STATED,
        "the source leaves it open; becomes a finding");
  }

  private static Struct basis() {
    return new Struct(
        "basis",
        "a lawful basis",
        "What makes the processing lawful.",
        "{is: legitimate-interest, balancing: docs/lia.md}",
        List.of(
            required("is", basisWord(), "The basis."),
            optional("purpose", Shapes.word("send-newsletter"), "What people consent to."),
            optional(
                "balancing",
                Shapes.orNotStated(Shapes.path("docs/lia.md")),
                "The balancing test of a legitimate interest."),
            optional("interest", Shapes.text("security of the platform"), "The interest."),
            optional("law", Forms.law(), "The law that obliges."),
            Forms.clause()),
        List.of(
            new Rule.When(
                "is",
                List.of("consent"),
                "purpose",
                new Complaint(
                    CharterCode.NO_CONSENT_PURPOSE,
                    "Consent without a purpose: nobody can tell what people agree to.",
                    "Add the purpose people consent to, for example purpose: send-newsletter"))));
  }

  /** One word, several, or a mapping that can carry a clause. */
  private static Shape listed(String name, String called, String example) {
    return Shapes.anyOf(
        Shapes.word(example),
        Shapes.someOf(Shapes.word(example)),
        statement(name, called, "is", "The words."));
  }

  private static Struct statement(String name, String called, String key, String doc) {
    Shape words = Shapes.oneOrMore(Shapes.word("word"));
    return new Struct(
        name,
        called,
        "Words with the clause that says so.",
        "{" + key + ": [word]}",
        List.of(required(key, words, doc), Forms.clause()),
        List.of());
  }
}
