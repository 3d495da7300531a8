package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** The words a charter is written in. */
final class WordShapes {
  private WordShapes() {}

  static Struct dataWord() {
    return new Struct(
        "data-word",
        "a data word",
        "A kind of personal data: the term of the Data Privacy Vocabulary it stands for, and the"
            + " form it must have.",
        "{is: pd:EmailAddress}",
        List.of(
            required(
                "is",
                Literal.of(
                    "a term of the Data Privacy Vocabulary",
                    "pd:EmailAddress",
                    "[a-z][a-z-]*:[A-Za-z][A-Za-z0-9-]*"),
                "The term it stands for."),
            optional(
                "form",
                Shapes.anyOf(
                    Shapes.choice(
                        "ip-half", "IPv4 ends in two zero octets, IPv6 is zero after /48",
                        "password-hash", "a salted, slow hash in a recognised format"),
                    matches()),
                "The form every value must have."),
            optional("title", Shapes.text("first half of the IP address"), "The name people read."),
            optional(
                "special",
                Shapes.orNotStated(Shapes.text("explicit consent, GDPR Art. 9(2)(a)")),
                "For data of a special kind (health, beliefs, ...): the condition that allows it."),
            Forms.clause()),
        List.of());
  }

  private static Struct matches() {
    return new Struct(
        "form",
        "a form",
        "A form of your own.",
        "{matches: '[0-9]{4}'}",
        List.of(
            required(
                "matches",
                Forms.regex(),
                "A regular expression (java.util.regex) the whole value must match."),
            optional(
                "when",
                Shapes.word("encrypted-by-customer"),
                "Only rows in this state, a word the data map binds under states.")),
        List.of());
  }

  static Struct subject() {
    return new Struct(
        "subject",
        "a group of people",
        "Whose data it is.",
        "{is: customer}",
        List.of(
            required("is", Shapes.text("customer"), "What such a person is called."),
            optional("title", Shapes.text("customers"), "The name people read."),
            Forms.clause()),
        List.of());
  }

  static Struct recipient() {
    return new Struct(
        "recipient",
        "a recipient",
        "Somebody who receives data.",
        "{name: Chatline SAS, country: FR, role: processor, dpa: docs/dpa-chatline.md}",
        List.of(
            required("name", Shapes.orNotStated(Shapes.text("Chatline SAS")), "Who it is."),
            required(
                "country",
                Shapes.anyOf(
                    Forms.territory(),
                    Shapes.someOf(Forms.territory()),
                    Shapes.choice(Shapes.NOT_STATED, "the source leaves it open")),
                "Where it is established or keeps the data; EU or EEA where no more is said."),
            required(
                "role",
                Shapes.choice(
                    "processor", "works on instructions",
                    "joint-controller", "decides together with the company",
                    "controller", "decides on its own account",
                    "authority", "a public authority"),
                "On whose account it acts."),
            optional(
                "dpa",
                Shapes.orNotStated(Shapes.path("docs/dpa-chatline.md")),
                "The contract of a processor, or the arrangement of joint controllers."),
            optional(
                "transfer",
                Shapes.anyOf(
                    transfer(),
                    Shapes.someOf(transfer()),
                    Shapes.choice(Shapes.NOT_STATED, "the source leaves it open")),
                "What makes it lawful that the data leaves."),
            Forms.clause()),
        List.of(RecipientRules.contract()));
  }

  private static Struct transfer() {
    return new Struct(
        "transfer",
        "a transfer",
        "What makes a transfer to other countries lawful.",
        "{to: [US], tool: standard-contractual-clauses, expires: 2028-12-31}",
        List.of(
            required(
                "to",
                Shapes.oneOrMore(Forms.territory()),
                "Where the data goes: country codes, or groups the law knows."),
            required(
                    "tool",
                    Shapes.orNotStated(Shapes.word("standard-contractual-clauses")),
                    "A tool the jurisdiction pack knows, or adequacy.")
                .orElseSay(RecipientRules.noTool()),
            optional("document", Shapes.path("docs/scc.md"), "The contract or decision."),
            optional("assessment", Shapes.path("docs/tia.md"), "The assessment of the country."),
            optional("expires", Shapes.date(), "Last day on which the tool holds."),
            Forms.clause()),
        List.of());
  }
}
