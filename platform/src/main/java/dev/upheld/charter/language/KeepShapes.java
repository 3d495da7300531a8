package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Ref;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/** How long data is kept. */
final class KeepShapes {
  private KeepShapes() {}

  /** The key of an activity; may not be left out. */
  static Field keep() {
    Complaint absence =
        new Complaint(
            CharterCode.NO_PERIOD,
            "This activity does not say how long its data is kept.",
            "Add a period, for example keep: {for: 180 days, from: collected, then: delete}; if the"
                + " policy is silent, write keep: not-stated.");
    return required(
            "keep",
            Shapes.anyOf(rule(), Shapes.someOf(rule()), notStated()),
            "How long the data is kept: one rule, or several for different words or states.")
        .orElseSay(absence);
  }

  private static Choice notStated() {
    return Shapes.choice(Shapes.NOT_STATED, "the source names no period; becomes a finding");
  }

  private static Struct rule() {
    List<Field> fields = new ArrayList<>();
    fields.add(optional("of", Shapes.oneOrMore(Shapes.word("invoice")), "Only these data words."));
    fields.add(
        optional("when", Shapes.word("unverified"), "Only accounts in this state: unverified."));
    fields.addAll(limitFields());
    fields.add(
        optional("stages", Shapes.someOf(stage()), "Stages the data passes through, in order."));
    fields.add(
        optional(
            "unless",
            Shapes.someOf(Shapes.anyOf(Shapes.word("own-wish"), extension())),
            "What may keep single rows longer: own-wish, dispute, offence, hold."));
    fields.addAll(endFields());
    return new Struct(
        "keep",
        "a rule for keeping",
        "How long some data of an activity is kept, and what happens then.",
        "{for: 180 days, from: collected, then: delete}",
        fields,
        List.of(
            Rule.exactlyOne("for", "until", "earliest-of", "latest-of", "criterion", "stages"),
            new Rule.Needs("for", "from"),
            new Rule.Needs("from", "for"),
            new Rule.Needs("criterion", "review"),
            new Rule.Needs("review", "criterion"),
            whyKept()));
  }

  private static Struct stage() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        required(
            "stage",
            Shapes.word("archive"),
            "The stage: active, archive, backup, or a word of your own."));
    fields.addAll(limitFields());
    fields.add(
        optional(
            "readers",
            Shapes.listOf(Shapes.word("legal")),
            "Roles that may look at the data in this stage, and nobody else."));
    fields.addAll(endFields());
    return new Struct(
        "stage",
        "a stage",
        "One stage of keeping: in use, in a restricted archive, or in the tail of backups.",
        "{stage: archive, for: 5 years, from: contract-end}",
        fields,
        limitRules());
  }

  private static Struct extension() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        required("reason", Shapes.word("own-wish"), "The reason, a word the data map binds."));
    fields.addAll(limitFields());
    return new Struct(
        "extension",
        "a reason to keep longer",
        "A reason for which a row may be kept longer; without a limit, as long as the reason lasts.",
        "{reason: dispute, until: settled}",
        fields,
        List.of(
            Rule.atMostOne("for", "until", "earliest-of", "latest-of", "criterion"),
            new Rule.Needs("for", "from"),
            new Rule.Needs("from", "for"),
            new Rule.Needs("criterion", "review"),
            new Rule.Needs("review", "criterion")));
  }

  private static Struct limit() {
    return new Struct(
        "limit",
        "a limit",
        "When data must be gone.",
        "{for: 12 months, from: last-contact}",
        limitFields(),
        limitRules());
  }

  private static List<Rule> limitRules() {
    return List.of(
        Rule.exactlyOne("for", "until", "earliest-of", "latest-of", "criterion"),
        new Rule.Needs("for", "from"),
        new Rule.Needs("from", "for"),
        new Rule.Needs("criterion", "review"),
        new Rule.Needs("review", "criterion"));
  }

  private static List<Field> limitFields() {
    Shape limits = Shapes.someOf(new Ref("limit", "a limit", KeepShapes::limit));
    return List.of(
        optional(
            "for",
            Forms.termOrRange(),
            "The period, or the range of periods; of a range the longer end is the limit."),
        optional("from", Shapes.word("collected"), "The event the period runs from."),
        optional("until", Shapes.word("contract-end"), "Kept until this event, and no longer."),
        optional("earliest-of", limits, "Whichever of these comes first."),
        optional("latest-of", limits, "Whichever of these comes last."),
        optional(
            "criterion",
            Shapes.text("as long as the purpose needs"),
            "A reason without a number; a person reviews it."),
        optional(
            "review",
            Shapes.orNotStated(Forms.term()),
            "How often a person reviews the criterion."));
  }

  private static List<Field> endFields() {
    return List.of(
        optional(
            "at-least",
            Shapes.flag(),
            "The data must also stay that long: a duty to keep that beats a request for erasure."),
        optional(
            "then", endActions(), "What happens at the end; delete unless something else is said."),
        optional("why", Shapes.text("the archive of a public body"), "Why data stays in the end."),
        optional(
            "warn",
            Shapes.oneOrMore(Forms.term()),
            "How long before the end a mail tells the person, once for each time; nothing goes"
                + " before. At least a week shorter than the period."),
        optional("law", Forms.law(), "The law the period comes from."),
        Forms.clause());
  }

  private static Rule whyKept() {
    return new Rule.When(
        "then",
        List.of("keep"),
        "why",
        new Complaint(
            ShapeCode.MISSING_KEY,
            "Data that stays in the end needs a reason.",
            "Add why: and the reason, or another end action."));
  }

  private static Choice endActions() {
    return Shapes.choice(
        "delete", "the row goes",
        "clear", "the field becomes empty",
        "anonymise", "nobody can be recognised any more, for good",
        "pseudonymise", "recognisable only with a key kept apart",
        "aggregate", "only sums remain",
        "reassign", "given to a placeholder",
        "redact", "the personal part of a text is blacked out",
        "archive", "moves to the next stage",
        "keep", "stays, for the reason under why");
  }
}
