package dev.upheld.charter.shape;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Shape.Ref;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Whole;
import java.util.List;

/** A small language with one of everything. */
final class Samples {
  private Samples() {}

  static Struct garden() {
    return new Struct(
        "garden",
        "a garden",
        "What grows where.",
        "{name: South}",
        List.of(
            required("name", Shapes.text("South"), "What people call it."),
            optional("size", new Whole(1, 500), "In square metres."),
            optional("open", Shapes.flag(), "Whether people may enter."),
            optional("since", Shapes.date(), "When it was laid out."),
            optional("soil", Shapes.choice("clay", "heavy", "sand", "light"), "What it stands on."),
            optional("tags", Shapes.listOf(Shapes.word("calm")), "Words to find it by."),
            optional("gate", Shapes.word("x").discreetly(), "The secret word."),
            optional(
                "owner", Shapes.orNotStated(Shapes.someOf(Shapes.word("anne"))), "Who answers."),
            optional("beds", Shapes.tableOf(Shapes.word("roses"), bed()), "The beds by name.")),
        List.of(new Rule.Needs("open", "since")));
  }

  static Struct bed() {
    return new Struct(
        "bed",
        "a bed",
        "A part of a garden.",
        "{plant: rose}",
        List.of(
            optional("plant", Shapes.word("rose"), "What grows."),
            optional("parts", Shapes.someOf(new Ref("bed", "a bed", Samples::bed)), "Its parts."),
            optional("kind", Shapes.choice("raised", "", "flat", ""), "How it is built."),
            optional("height", Shapes.anyOf(new Whole(1, 9), Shapes.word("tall")), "How high."),
            required("gardener", Shapes.word("anne"), "Who waters it.")
                .orElseSay(new Complaint(ShapeCode.MISSING_KEY, "Nobody waters it.", "Say who."))),
        List.of(
            Rule.exactlyOne("plant", "parts"),
            new Rule.When(
                "kind",
                List.of("raised"),
                "height",
                new Complaint(ShapeCode.KEY_COMBINATION, "How high?", "Say how high."))));
  }
}
