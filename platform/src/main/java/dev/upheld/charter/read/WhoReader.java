package dev.upheld.charter.read;

import dev.upheld.charter.model.Organisation;
import dev.upheld.charter.model.Organisation.AuthorityNote;
import dev.upheld.charter.model.Organisation.Company;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.charter.model.Organisation.Controller;
import dev.upheld.charter.model.Organisation.LegalNotice;
import dev.upheld.charter.model.Organisation.Scope;
import dev.upheld.charter.model.Publication.Languages;
import dev.upheld.charter.model.Publication.Notice;
import dev.upheld.charter.model.Publication.Revision;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.View;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who promises and how the policy is published. */
final class WhoReader {
  private WhoReader() {}

  static Organisation organisation(View root) {
    return new Organisation(
        company(root),
        Read.table(root, "controllers", WhoReader::controller),
        Read.table(root, "contacts", WhoReader::contact),
        root.child("authority")
            .map(
                a ->
                    new AuthorityNote(
                        a.texts("names"), a.text("list"), Read.source(root, "authority"))),
        root.child("scope")
            .map(
                s ->
                    new Scope(
                        s.text("is").orElse(""), s.texts("domains"), Read.source(root, "scope"))),
        root.child("legal-notice").map(n -> legalNotice(root, n)));
  }

  /** Where the company itself is faulty, a nameless one stands in so that the rest can be read. */
  private static Company company(View root) {
    View view = root.child("company").orElseGet(() -> View.empty(root.at()));
    return new Company(
        view.text("id").orElse("company"),
        view.text("name").orElse("company"),
        view.text("country").orElse(""),
        view.text("zone").map(ZoneId::of).orElse(ZoneOffset.UTC),
        view.text("address"),
        view.text("register"),
        view.text("owner"),
        Read.source(root, "company"));
  }

  private static Controller controller(View table, String word) {
    View view = Read.inner(table, word);
    return new Controller(
        view.text("name").orElse(word), view.text("country"), Read.source(table, word));
  }

  private static Contact contact(View table, String word) {
    View view = Read.inner(table, word);
    if (table.says(word, Shapes.NOT_STATED)) {
      Stated<String> open = new Stated.Open<>(table.keyAt(word));
      return new Contact(open, open, open, Read.source(table, word));
    }
    return new Contact(
        Read.statedText(view, "name"),
        Read.statedText(view, "email"),
        Read.statedText(view, "address"),
        Read.source(table, word));
  }

  private static LegalNotice legalNotice(View root, View view) {
    Map<String, String> entries = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (String key : view.keys()) {
      Optional<String> text = view.text(key).filter(t -> !key.equals("clause"));
      if (text.filter(Shapes.NOT_STATED::equals).isPresent()) {
        open.add(key);
      } else {
        text.ifPresent(t -> entries.put(key, t));
      }
    }
    return new LegalNotice(entries, open, Read.source(root, "legal-notice"));
  }

  static Languages languages(View root) {
    View view = root.child("languages").orElseGet(() -> View.empty(root.at()));
    boolean silent = view.says("prevailing", Shapes.NOT_STATED);
    return new Languages(
        view.texts("list"),
        silent
            ? view.texts("list").stream().findFirst().orElse("en")
            : view.text("prevailing").orElse("en"),
        silent ? Optional.of(view.keyAt("prevailing")) : Optional.empty(),
        view.texts("machine-made"),
        Read.source(root, "languages"));
  }

  static Notice notice(View root) {
    View view = root.child("notice").orElseGet(() -> View.empty(root.at()));
    return new Notice(
        Read.date(view, "updated"),
        view.texts("tell"),
        Read.term(view, "before"),
        Read.source(root, root.has("notice") ? "notice" : "languages"));
  }

  static List<Revision> revisions(View root) {
    return root.children("revisions").stream()
        .map(
            r ->
                new Revision(
                    r.text("date").orElse("1970"),
                    r.text("what").orElse(""),
                    r.texts("told"),
                    Read.source(r)))
        .toList();
  }
}
