package dev.upheld.datamap.partner;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.List;

/** The shape of a partner's file. */
public final class PartnerLanguage {
  private PartnerLanguage() {}

  /** The whole file. */
  public static Struct partner() {
    return new Struct(
        "partner",
        "a partner",
        "What a service of another company offers to find, hand out and erase a person's data.",
        "{partner: stripe, title: Stripe, address: \"https://api.stripe.com\"}",
        List.of(
            required("partner", Shapes.word("stripe"), "Its id: the kind in systems.yaml."),
            required("title", Shapes.text("Stripe"), "Its name for people."),
            required("address", Shapes.text("https://api.stripe.com"), "Where it is reached."),
            required("auth", auth(), "How the key of systems.yaml is shown."),
            optional(
                "headers",
                Shapes.tableOf(header("Stripe-Version"), headerValue()),
                "Headers sent with every call; never a key."),
            required("pace", pace(), "How fast and how patiently it is called."),
            required("paging", paging(), "How lists go on."),
            optional(
                "once", header("Idempotency-Key"), "The header that tells a POST was repeated."),
            required("person", person(), "The record it keeps about a person."),
            optional(
                "records",
                Shapes.tableOf(Shapes.word("charge"), records()),
                "What else it holds of a person.")),
        List.of());
  }

  private static Shape auth() {
    return new Struct(
        "auth",
        "how the key is shown",
        "A bearer token, Basic with the key as user:password, or a header of the partner's own.",
        "{kind: bearer}",
        List.of(
            required(
                "kind",
                Shapes.choice(
                    "bearer", "Authorization: Bearer KEY",
                    "basic", "Authorization: Basic, the key being user:password",
                    "header", "the key alone in the header that \"header\" names"),
                "The way."),
            optional("header", header("X-Api-Key"), "The header, for kind header.")),
        List.of());
  }

  private static Struct pace() {
    return new Struct(
        "pace",
        "a pace",
        "The partner's own limits; after an answer of 429 it also waits as long as that says.",
        "{per-second: 20, tries: 5, timeout: 30}",
        List.of(
            required("per-second", new Shape.Whole(1, 1_000), "Calls in a second at most."),
            required("tries", new Shape.Whole(1, 10), "Calls for one answer, the first included."),
            required("timeout", new Shape.Whole(1, 300), "Seconds until an answer is read.")),
        List.of());
  }

  private static Struct paging() {
    return new Struct(
        "paging",
        "a paging",
        "Either the next page begins after an id, or the answer holds the address of the next.",
        "{items: data, size: limit, most: 100, after: starting_after, id: id, more: has_more}",
        List.of(
            required("items", path("data"), "Where the list stands in an answer."),
            optional("size", parameter("limit"), "The parameter for how many items a page has."),
            optional("most", new Shape.Whole(1, 10_000), "How many the partner allows."),
            optional("after", parameter("starting_after"), "The parameter that takes the last id."),
            optional("id", path("id"), "Where an item has its id."),
            optional("more", path("has_more"), "Where the answer says that there is more."),
            optional("next", path("links.next"), "Where the address of the next page stands.")),
        List.of(
            Rule.exactlyOne("after", "next"),
            new Rule.Needs("after", "id"),
            new Rule.Needs("after", "more"),
            new Rule.Needs("size", "most"),
            new Rule.Needs("most", "size")));
  }

  private static Struct person() {
    return new Struct(
        "person",
        "a person's record",
        "How it is found, read and erased, and how the partner says that it is gone.",
        "{called: customer, get: \"/v1/customers/{id}\", id: id}",
        List.of(
            required("called", Shapes.word("customer"), "The partner's word for it."),
            required("get", call("/v1/customers/{id}"), "The path to read it, with {id}."),
            required("id", path("id"), "Where the record has its id."),
            required("find", Shapes.someOf(find()), "Ways to find it."),
            required("erase", erase(), "The call that erases it."),
            required("gone", Shapes.someOf(gone()), "Answers that mean it is gone."),
            optional(
                "besides",
                Shapes.someOf(Shapes.text("Subscriptions end at once.")),
                "What else happens when it goes, one sentence each; the plan shows them."),
            required("fields", fields(), "What is handed out, by the name it is given there.")),
        List.of());
  }

  private static Struct find() {
    return new Struct(
        "find",
        "a way to find people",
        "A list that can be narrowed to one value.",
        "{by: \"pd:EmailAddress\", get: /v1/customers, with: email, same: email}",
        List.of(
            required("by", term(), "What it is found by, in the Data Privacy Vocabulary."),
            required("get", call("/v1/customers"), "The path of the list."),
            required("with", parameter("email"), "The parameter that takes the value."),
            required(
                "same",
                path("email"),
                "Where a record must hold that value; one that does not is not believed."),
            optional(
                "spellings",
                Shapes.someOf(
                    Shapes.choice(
                        "as-given", "as the request writes it",
                        "lower-case", "in small letters")),
                "How the value is written where the partner tells capitals; as-given if left"
                    + " out.")),
        List.of());
  }

  private static Struct erase() {
    return new Struct(
        "erase",
        "the call that erases",
        "A DELETE, which may be repeated, or a POST.",
        "{delete: \"/v1/customers/{id}\"}",
        List.of(
            optional("delete", call("/v1/customers/{id}"), "The path, with {id}."),
            optional("post", call("/v1/people/{id}/erase"), "The path, with {id}.")),
        List.of(Rule.exactlyOne("delete", "post")));
  }

  private static Struct gone() {
    return new Struct(
        "gone",
        "an answer that means gone",
        "A status alone, or with what the answer must say.",
        "{status: 404, at: error.code, is: resource_missing}",
        List.of(
            required("status", new Shape.Whole(200, 499), "The status of the answer."),
            optional("at", path("error.code"), "Where the answer says it."),
            optional("is", Shapes.text("resource_missing"), "What stands there.")),
        List.of(new Rule.Needs("at", "is"), new Rule.Needs("is", "at")));
  }

  private static Struct records() {
    return new Struct(
        "records",
        "further records",
        "What else it holds of a person.",
        "{get: /v1/charges, with: customer, of: customer, stays: \"why\", fields: {sum: amount}}",
        List.of(
            required("get", call("/v1/charges"), "The path of the list; may hold {id}."),
            optional("with", parameter("customer"), "The parameter that takes the person's id."),
            optional("of", path("customer"), "Where a record must hold the person's id."),
            optional("stays", Shapes.text("The books."), "Why they are not erased."),
            optional("goes", Shapes.flag(), "true when they go with the person."),
            required("fields", fields(), "What is handed out.")),
        List.of(Rule.exactlyOne("stays", "goes"), new Rule.Needs("with", "of")));
  }

  private static Shape fields() {
    return Shapes.tableOf(
        Shapes.word("city"),
        Shapes.anyOf(
            path("address.city"),
            new Struct(
                "pick",
                "a field",
                "Where it stands and what it is.",
                "{at: email, is: \"pd:EmailAddress\"}",
                List.of(
                    required("at", path("address.city"), "Where it stands in the record."),
                    required("is", term(), "Its term in the Data Privacy Vocabulary.")),
                List.of())));
  }

  private static Literal term() {
    return Literal.of("a term such as pd:EmailAddress", "pd:EmailAddress", "pd:[A-Za-z]{1,80}");
  }

  private static Literal path(String example) {
    return Literal.of(
        "names with dots between", example, "[A-Za-z0-9_-]{1,80}(\\.[A-Za-z0-9_-]{1,80}){0,7}");
  }

  private static Literal parameter(String example) {
    return Literal.of("the name of a parameter", example, "[A-Za-z0-9_.\\[\\]-]{1,80}");
  }

  private static Literal call(String example) {
    return Literal.of(
        "a path from the address on, such as /v1/customers/{id}",
        example,
        "(/([A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,79}|\\{id\\})){1,12}");
  }

  private static Literal header(String example) {
    return Literal.of("the name of a header", example, "[A-Za-z][A-Za-z0-9-]{0,79}");
  }

  private static Literal headerValue() {
    return Literal.of("a value of plain characters", "2024-06-20", "[!-~]([ -~]{0,198}[!-~])?");
  }
}
