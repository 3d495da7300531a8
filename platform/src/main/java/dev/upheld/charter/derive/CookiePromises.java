package dev.upheld.charter.derive;

import dev.upheld.charter.model.Activity.Effort;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Measures.Category;
import dev.upheld.charter.model.Measures.Category.Consent;
import dev.upheld.charter.model.Measures.Cookie;
import dev.upheld.charter.model.Measures.Cookies;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Promises about what is kept on people's devices, by category. */
final class CookiePromises {
  private final Charter charter;
  private final Headers headers;
  private final Cookies cookies;
  private final List<Promise> promises = new ArrayList<>();

  CookiePromises(Charter charter, Headers headers, Cookies cookies) {
    this.charter = charter;
    this.headers = headers;
    this.cookies = cookies;
  }

  List<Promise> derive() {
    refusing();
    cookies.categories().forEach(this::category);
    return promises;
  }

  private Statement statement(
      String subject, String kind, Source source, Way way, String sentence) {
    return new Statement(
        subject,
        kind,
        Optional.empty(),
        source,
        Optional.empty(),
        way,
        charter.law().refs("terminal"),
        sentence);
  }

  private void refusing() {
    Effort effort = cookies.refusing().value().orElse(Effort.NOT_STATED);
    String how =
        switch (effort) {
          case AS_EASY -> "is as easy as accepting them";
          case HARDER -> "takes more than accepting them";
          case NOT_STATED -> "is possible";
        };
    promises.add(
        new Promise.Declare(
            headers.of(
                statement(
                    "cookies",
                    "declare",
                    cookies.source(),
                    Way.ACT,
                    "Refusing cookies %s.".formatted(how))),
            "cookies",
            effort.name().toLowerCase(Locale.ROOT),
            List.of()));
  }

  private void category(String word, Category category) {
    String subject = "cookies-" + word;
    List<Cookie> own =
        cookies.list().stream().filter(cookie -> cookie.category().equals(word)).toList();
    List<String> clauses =
        own.stream().flatMap(cookie -> cookie.source().clauses().stream()).toList();
    Source source = category.source().and(clauses);
    if (category.consent() == Consent.ASKED) {
      promises.add(
          new Promise.AskFirst(
              headers.of(
                  statement(
                      subject,
                      "ask-first",
                      source,
                      Way.PROBE,
                      "Cookies of the category \"%s\" are set only after people agreed."
                          .formatted(Phrases.spoken(word)))),
              subject));
    }
    String list = own.stream().map(CookiePromises::said).collect(Collectors.joining(", "));
    promises.add(
        new Promise.Declare(
            headers.of(
                statement(
                    subject,
                    "declare",
                    source,
                    Way.ACT,
                    "Cookies of the category \"%s\" are for this: %s%s."
                        .formatted(
                            Phrases.spoken(word),
                            category.promise(),
                            list.isEmpty() ? "" : "; they are " + list))),
            "cookies",
            "consent %s: %s: %s"
                .formatted(
                    category.consent().name().toLowerCase(Locale.ROOT), category.promise(), list),
            List.of()));
  }

  private static String said(Cookie cookie) {
    return cookie.name()
        + cookie.term().value().map(t -> " (%s)".formatted(Terms.say(t))).orElse("")
        + cookie
            .policy()
            .map(
                policy ->
                    ", as %s says%s"
                        .formatted(
                            policy, cookie.captured().map(" (read on %s)"::formatted).orElse("")))
            .orElse("");
  }
}
