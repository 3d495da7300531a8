package dev.upheld.charter.read;

import dev.upheld.charter.model.Activity.Effort;
import dev.upheld.charter.model.Gap;
import dev.upheld.charter.model.Measures;
import dev.upheld.charter.model.Measures.Breach;
import dev.upheld.charter.model.Measures.Category;
import dev.upheld.charter.model.Measures.Cookie;
import dev.upheld.charter.model.Measures.Cookies;
import dev.upheld.charter.model.Measures.Governance;
import dev.upheld.charter.model.Measures.Matrix;
import dev.upheld.charter.model.Measures.Measure;
import dev.upheld.charter.model.Measures.Residency;
import dev.upheld.charter.model.Measures.Safeguard;
import dev.upheld.charter.model.Measures.SupplierChanges;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.shape.View;
import java.util.Optional;

/** Reads what holds for the whole company. */
final class MeasureReader {
  private MeasureReader() {}

  static Measures measures(View root) {
    return new Measures(
        Read.table(root, "safeguards", MeasureReader::safeguard),
        Read.table(root, "residency", MeasureReader::residency),
        root.child("cookies").map(c -> cookies(c, Read.source(root, "cookies"))),
        Read.stated(
            root, "breach", r -> r.child("breach").map(b -> breach(b, Read.source(r, "breach")))),
        Read.stated(
            root,
            "supplier-changes",
            r ->
                r.child("supplier-changes")
                    .map(
                        c ->
                            new SupplierChanges(
                                c.texts("tell"),
                                Read.statedTerm(c, "before"),
                                Read.source(r, "supplier-changes")))),
        governance(root));
  }

  private static Safeguard safeguard(View table, String word) {
    View view = Read.inner(table, word);
    Source source = Read.source(table, word);
    if (view.has("absent")) {
      Forbidden what = Read.constant(Forbidden.class, view.text("absent").orElse("card-number"));
      return new Safeguard.Absent(what, view.texts("except"), source);
    }
    if (view.has("apart")) {
      return new Safeguard.Apart(view.texts("apart"), view.texts("from"), source);
    }
    return view.has("offer")
        ? new Safeguard.Offer(view.text("offer").orElse(""), view.texts("to"), source)
        : new Safeguard.Encrypt(view.texts("systems"), source);
  }

  private static Residency residency(View table, String word) {
    View view = Read.inner(table, word);
    return new Residency(
        view.texts("countries"),
        view.texts("residents"),
        view.texts("subjects"),
        view.texts("activities"),
        view.says("servers", "own"),
        view.flag("dedicated"),
        Read.source(table, word));
  }

  static Gap gap(View table, String word) {
    View view = Read.inner(table, word);
    return new Gap(
        view.text("what").orElse(""),
        Read.constant(Gap.Kind.class, view.text("kind").orElse("silent")),
        view.text("activity"),
        Read.source(table, word));
  }

  private static Cookies cookies(View view, Source source) {
    return new Cookies(
        Read.table(view, "categories", (table, word) -> category(table, word, source)),
        view.children("list").stream().map(MeasureReader::cookie).toList(),
        refusing(view),
        source);
  }

  private static Stated<Effort> refusing(View view) {
    return Read.stated(view, "refusing", v -> v.text("refusing").map(ActivityReader::effort));
  }

  private static Category category(View table, String word, Source cookies) {
    View view = Read.inner(table, word);
    return new Category(
        Read.constant(Category.Consent.class, view.text("consent").orElse("not-stated")),
        view.text("promise").orElse(""),
        Read.source(table, word).orClauses(cookies.clauses()));
  }

  private static Cookie cookie(View view) {
    return new Cookie(
        view.text("name").orElse(""),
        view.text("category").orElse(""),
        view.text("by"),
        Read.statedTerm(view, "for"),
        view.text("purpose"),
        view.text("as-said-by"),
        Read.date(view, "captured"),
        Read.source(view));
  }

  private static Breach breach(View view, Source source) {
    return new Breach(
        speed(view, "authority"), speed(view, "people"), speed(view, "customers"), source);
  }

  private static Stated<Optional<Term>> speed(View view, String key) {
    return Read.stated(
        view, key, v -> v.has(key) ? Optional.of(Read.term(v, key)) : Optional.empty());
  }

  private static Governance governance(View root) {
    View risk = root.child("risk").orElseGet(() -> View.empty(root.at()));
    return new Governance(
        root.child("risk").map(r -> matrix(r, Read.source(root, "risk"))),
        Read.table(risk, "measures", MeasureReader::measure),
        Read.table(root, "objectives", MeasureReader::measure));
  }

  private static Matrix matrix(View risk, Source source) {
    return new Matrix(
        risk.texts("likelihood"),
        risk.texts("impact"),
        Read.stated(risk, "threshold", v -> v.text("threshold").map(Integer::valueOf)),
        Read.term(risk, "review"),
        source);
  }

  private static Measure measure(View table, String word) {
    View view = Read.inner(table, word);
    return new Measure(
        view.text("what").orElse(""),
        view.text("owner"),
        Read.statedTerm(view, "review"),
        view.texts("evidence"),
        Read.source(table, word));
  }
}
