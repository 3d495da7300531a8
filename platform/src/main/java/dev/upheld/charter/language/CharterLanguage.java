package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Whole;
import dev.upheld.charter.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/** The shapes of {@code charter.yaml} and {@code texts/<language>.yaml}. */
public final class CharterLanguage {
  private CharterLanguage() {}

  /** {@code charter.yaml}. */
  public static Struct charter() {
    List<Field> fields = new ArrayList<>(who());
    fields.addAll(words());
    fields.addAll(promises());
    return new Struct(
        "charter",
        "the charter",
        "What a company promises about personal data. What a source policy leaves open is written"
            + " `not-stated` and becomes a finding; left out without that word it is an error.",
        "{upheld: 1, company: {id: nimbus, name: Nimbus, country: FR, zone: Europe/Paris}}",
        fields,
        List.of());
  }

  private static List<Field> who() {
    return List.of(
        required("upheld", new Whole(1, 1), "Version of this language: 1."),
        required("company", WhoShapes.company(), "Who promises."),
        optional(
            "controllers",
            Shapes.tableOf(Shapes.word("nimbus-oy"), WhoShapes.controller()),
            "Other companies that decide on purposes and means, by word."),
        optional(
            "contacts",
            Shapes.tableOf(Shapes.word("dpo"), WhoShapes.contact()),
            "Whom people write to, by word: dpo, privacy."),
        required(
            "jurisdictions",
            Shapes.someOf(Shapes.word("fr")),
            "Jurisdiction packs that apply: eu-gdpr, fr, fi, ma-09-08, or your own."),
        optional("authority", WhoShapes.authority(), "What the policy says of the authority."),
        optional("scope", WhoShapes.scope(), "What the policy covers."),
        required("languages", WhoShapes.languages(), "The languages of the policy."),
        optional("notice", WhoShapes.notice(), "The published policy."),
        optional("revisions", Shapes.listOf(WhoShapes.revision()), "Changes of the policy."),
        optional("legal-notice", WhoShapes.legalNotice(), "What a site says of its publisher."));
  }

  private static List<Field> words() {
    return List.of(
        required(
            "vocabulary",
            Shapes.tableOf(Shapes.word("email"), WordShapes.dataWord()),
            "Every data word the charter uses."),
        required(
            "subjects",
            Shapes.tableOf(Shapes.word("customers"), WordShapes.subject()),
            "Every group of people the charter speaks of."),
        optional(
            "events",
            Shapes.tableOf(Shapes.word("trial-end"), Shapes.text("the end of the trial")),
            "Events of your own that periods run from, each with the words for a sentence."),
        optional(
            "products",
            Shapes.tableOf(Shapes.word("hosting"), Shapes.text("Managed hosting")),
            "Products, each with its name."),
        optional(
            "recipients",
            Shapes.tableOf(Shapes.word("chatline"), WordShapes.recipient()),
            "Everybody who receives data."));
  }

  private static List<Field> promises() {
    return List.of(
        required(
            "activities",
            Shapes.tableOf(Shapes.word("support"), ActivityShapes.activity()),
            "Processing activities."),
        required("rights", RightShapes.rights(), "What people may ask for."),
        optional("identity", RightShapes.identity(), "How it is made sure who asks."),
        optional("cookies", CookieShapes.cookies(), "What is kept on people's devices."),
        optional(
            "safeguards",
            Shapes.tableOf(Shapes.word("card-numbers"), MeasureShapes.safeguard()),
            "Technical promises for the whole company."),
        optional(
            "residency",
            Shapes.tableOf(Shapes.word("eu-customers"), MeasureShapes.residency()),
            "Where data lies."),
        optional("breach", MeasureShapes.breach(), "Whom a breach is told, and how fast."),
        optional(
            "supplier-changes", MeasureShapes.supplierChanges(), "Who is told of new recipients."),
        optional("risk", MeasureShapes.risk(), "The risk approach and its measures."),
        optional(
            "objectives",
            Shapes.tableOf(Shapes.word("continuity"), MeasureShapes.measure()),
            "What management wants to reach, each reviewed."),
        optional(
            "gaps",
            Shapes.tableOf(Shapes.word("opt-out-missing"), MeasureShapes.gap()),
            "Gaps of the source policy that no other key can say, by word."));
  }

  /** {@code texts/<language>.yaml}. */
  public static Struct texts() {
    return new Struct(
        "texts",
        "the texts",
        "Prose of the policy in one language.",
        "{title: Privacy policy}",
        List.of(
            optional("title", Shapes.text("Privacy policy"), "Heading of the policy."),
            optional("introduction", Shapes.text("This policy says ..."), "What stands first."),
            optional(
                "sentences",
                Shapes.tableOf(promiseId(), Shapes.text("We delete visits after 180 days.")),
                "Sentences in place of the generated ones, by the name of the promise."),
            optional(
                "words",
                Shapes.tableOf(Shapes.word("email"), Shapes.text("mail address")),
                "Names of data words, people, activities and recipients, by word.")),
        List.of());
  }

  private static Literal promiseId() {
    return Literal.of(
        "the name of a promise",
        "nimbus/audience-measurement/keep",
        "[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+");
  }
}
