package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Whole;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** What people may ask for. */
final class RightShapes {
  private RightShapes() {}

  static Shape rights() {
    return Shapes.anyOf(
        Shapes.listOf(right()),
        Shapes.choice(Shapes.NOT_STATED, "the source says nothing of rights"));
  }

  private static Struct right() {
    return new Struct(
        "right",
        "a right",
        "Something people may ask for; it may rest on law or on the promise alone.",
        "{right: access, answer: 1 month}",
        List.of(
            required("right", Shapes.word("access"), "Its word: access, erasure, post-mortem."),
            optional(
                "standing",
                Shapes.choice(
                    "given",
                    "people have it",
                    "withheld",
                    "people do not have it; an error where the law gives it",
                    Shapes.NOT_STATED,
                    "the source is silent; becomes a finding"),
                "Whether it is given; given unless something else is said."),
            optional(
                "in",
                Shapes.oneOrMore(Shapes.word("fr")),
                "Jurisdictions it is promised for; all when left out."),
            optional("answer", Forms.speed(), "How fast it is answered."),
            optional(
                "extension",
                Shapes.orNotStated(Forms.term()),
                "How much longer in a complex case."),
            optional("quota", quota(), "How often it is free."),
            optional("look-back", Forms.term(), "How far back it reaches."),
            optional(
                "approval",
                Shapes.choice(
                    "one-person", "whoever planned the work may approve it",
                    "two-people", "whoever approves the work is not whoever planned it"),
                "Who approves what is done in the systems; one person unless something else is said."),
            Forms.clause()),
        List.of());
  }

  private static Struct quota() {
    return new Struct(
        "quota",
        "a quota",
        "So many times in so long.",
        "{times: 2, per: 12 months}",
        List.of(
            required("times", new Whole(1, 1000), "How many times."),
            required("per", Forms.term(), "In how long.")),
        List.of());
  }

  static Struct identity() {
    return new Struct(
        "identity",
        "the check of identity",
        "How it is made sure who asks.",
        "{document: on-doubt, by: [account, code]}",
        List.of(
            required(
                "document",
                Shapes.choice(
                    "never", "no document is asked for",
                    "on-doubt", "only where there is reasonable doubt",
                    "always", "every time; doubtful in law, becomes a finding"),
                "When a document of identity is asked for."),
            optional(
                "by", Shapes.listOf(Shapes.word("account")), "Other means: account, code, letter."),
            optional(
                "account-for",
                Shapes.someOf(Shapes.word("access")),
                "Rights for which signing in to the account is enough; for the others a code is mailed as well. All"
                    + " when left out."),
            optional(
                "formats",
                Shapes.someOf(Shapes.word("pdf")),
                "Forms of file in which a document is taken."),
            optional(
                "at-most",
                Literal.of("a size of a file", "2 MB", "[1-9][0-9]{0,3} (KB|MB)"),
                "The largest file that is taken."),
            optional(
                "authorisation",
                Shapes.path("docs/cndp.pdf"),
                "The leave of the authority to handle identity numbers, where a law wants one (Morocco)."),
            Forms.clause()),
        List.of());
  }
}
