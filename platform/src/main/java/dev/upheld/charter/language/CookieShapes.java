package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** What is kept on people's devices. */
final class CookieShapes {
  private CookieShapes() {}

  static Choice effort() {
    return Shapes.choice(
        "as-easy",
        "refusing takes no more than accepting",
        "harder",
        "it takes more; doubtful in law, becomes a finding",
        "browser-settings",
        "people are sent to their browser; doubtful in law, becomes a finding",
        Shapes.NOT_STATED,
        "the source leaves it open; becomes a finding");
  }

  static Struct cookies() {
    return new Struct(
        "cookies",
        "the cookies",
        "The categories with what is promised of each, and the cookies themselves.",
        "{categories: {necessary: {consent: exempt, promise: needed to move around the site}}}",
        List.of(
            required(
                "categories",
                Shapes.tableOf(Shapes.word("necessary"), category()),
                "Each category with its promise."),
            optional("list", Shapes.listOf(cookie()), "The cookies one by one."),
            optional("refusing", effort(), "How hard refusing is, compared with accepting."),
            Forms.clause()),
        List.of());
  }

  private static Struct category() {
    return new Struct(
        "cookie-category",
        "a category of cookies",
        "What is promised of a category.",
        "{consent: asked, promise: how visitors use pages, without knowing who they are}",
        List.of(
            required(
                "consent",
                Shapes.choice(
                    "asked",
                    "set only after people agreed",
                    "exempt",
                    "needs no consent",
                    Shapes.NOT_STATED,
                    "the source leaves it open; becomes a finding"),
                "Whether people are asked."),
            required("promise", Shapes.text("needed to sign in"), "What they are for."),
            Forms.clause()),
        List.of());
  }

  private static Struct cookie() {
    return new Struct(
        "cookie",
        "a cookie",
        "One cookie, or a family of names.",
        "{name: session, category: necessary, for: 12 hours}",
        List.of(
            required("name", Shapes.text("session"), "Its name; a star stands for any ending."),
            required("category", Shapes.word("necessary"), "One of the categories."),
            optional("by", Shapes.word("chatline"), "The recipient that sets it."),
            required("for", Shapes.orNotStated(Forms.term()), "How long it lives."),
            optional("purpose", Shapes.text("restores the conversation"), "What it does."),
            optional(
                "as-said-by",
                Shapes.text("https://chatline.example/cookies"),
                "Where another policy sets how long it lives: that policy's address."),
            optional("captured", Shapes.date(), "The day on which that policy was last read."),
            Forms.clause()),
        List.of(new Rule.Needs("captured", "as-said-by")));
  }
}
