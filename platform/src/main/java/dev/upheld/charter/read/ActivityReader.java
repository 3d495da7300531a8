package dev.upheld.charter.read;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.Activity.Choices;
import dev.upheld.charter.model.Activity.Data;
import dev.upheld.charter.model.Activity.Effort;
import dev.upheld.charter.model.Activity.Ground;
import dev.upheld.charter.model.Activity.Listed;
import dev.upheld.charter.model.Activity.Recipients;
import dev.upheld.charter.model.Activity.Refusal;
import dev.upheld.charter.model.Activity.Role;
import dev.upheld.charter.model.Activity.Terminal;
import dev.upheld.charter.model.Activity.Use;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one activity; what names no clause takes those of the activity. */
final class ActivityReader {
  private final View view;
  private final Source source;

  private ActivityReader(View view, Source source) {
    this.view = view;
    this.source = source;
  }

  static Activity read(View table, String id) {
    return new ActivityReader(Read.inner(table, id), Read.source(table, id)).read(id);
  }

  private Activity read(String id) {
    return new Activity(
        id,
        view.text("title").orElseGet(() -> spoken(id)),
        view.text("owner"),
        view.text("role").map(r -> Read.constant(Role.class, r)).orElse(Role.CONTROLLER),
        view.texts("controllers"),
        view.texts("products"),
        ground(),
        data(),
        KeepReader.keep(view, source.clauses()),
        recipients(),
        choices(),
        setAside(),
        source);
  }

  private static String spoken(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
  }

  private Ground ground() {
    return new Ground(
        listed("purpose", "is").orElseGet(this::nothing),
        bases(),
        Read.statedText(view, "instructions"),
        listed("never-for", "is"),
        listed("automated-decisions", "is"));
  }

  private Stated<List<Basis>> bases() {
    return Read.stated(
        view,
        "basis",
        v -> {
          List<Basis> bases = Read.items(v, "basis", this::basisWord, this::basis);
          return bases.isEmpty() ? Optional.empty() : Optional.of(bases);
        });
  }

  private Basis basisWord(Spot spot) {
    return new Basis(
        spot.text(),
        Optional.empty(),
        new Stated.Absent<>(),
        Optional.empty(),
        Optional.empty(),
        new Source(spot.at(), source.clauses()));
  }

  private Basis basis(View basis) {
    boolean single = view.child("basis").isPresent();
    Source own =
        new Source(single ? view.keyAt("basis") : basis.at(), basis.texts("clause"))
            .orClauses(source.clauses());
    return new Basis(
        basis.text("is").orElse(Shapes.NOT_STATED),
        basis.text("purpose"),
        Read.statedText(basis, "balancing"),
        basis.text("interest"),
        basis.text("law"),
        own);
  }

  private Data data() {
    View data = view.child("data").orElseGet(() -> View.empty(view.keyAt("data")));
    boolean closed = data.has("only");
    return new Data(
        listed("subjects", "is").orElseGet(this::nothing),
        new Listed(
            data.texts(closed ? "only" : "include"),
            Read.source(view, "data").orClauses(source.clauses())),
        closed,
        view.says("data", Shapes.NOT_STATED) ? Optional.of(view.keyAt("data")) : Optional.empty(),
        listed("sources", "is"));
  }

  private Stated<Recipients> recipients() {
    return Read.stated(
        view,
        "recipients",
        v -> {
          if (!v.has("recipients")) {
            return Optional.empty();
          }
          View holder = v.child("recipients").orElse(v);
          String key = v.child("recipients").isPresent() ? "only" : "recipients";
          return Optional.of(
              new Recipients(
                  Read.items(holder, key, this::useWord, this::use),
                  v.child("recipients").flatMap(r -> r.text("unless")),
                  Read.source(v, "recipients").orClauses(source.clauses())));
        });
  }

  private Use useWord(Spot spot) {
    return new Use(
        spot.text(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Source(spot.at(), List.of()));
  }

  private Use use(View use) {
    return new Use(
        use.text("who").orElse(""),
        use.text("for"),
        use.text("when"),
        use.texts("products"),
        use.texts("residents"),
        Read.source(use));
  }

  private Choices choices() {
    return new Choices(
        listed("terminal", "is")
            .filter(l -> !l.words().isEmpty())
            .map(
                l ->
                    new Terminal(
                        Read.constant(Terminal.Kind.class, l.words().getFirst()), l.source())),
        listed("refuse", "by").filter(l -> !l.words().isEmpty()).map(this::refusal),
        listed("count", "is"),
        listed("watch", "events"));
  }

  private Refusal refusal(Listed by) {
    Effort effort =
        view.child("refuse")
            .flatMap(r -> r.text("effort"))
            .map(ActivityReader::effort)
            .orElse(Effort.AS_EASY);
    return new Refusal(by.words().getFirst(), effort, by.source());
  }

  /** Sending people to their browser is a way of making it harder. */
  static Effort effort(String word) {
    return switch (word) {
      case "as-easy" -> Effort.AS_EASY;
      case Shapes.NOT_STATED -> Effort.NOT_STATED;
      default -> Effort.HARDER;
    };
  }

  private Map<String, String> setAside() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (View entry : view.children("sets-aside")) {
      reasons.put(entry.text("law").orElse(""), entry.text("because").orElse(""));
    }
    return reasons;
  }

  private Optional<Listed> listed(String key, String inner) {
    return Read.listed(view, key, inner)
        .map(l -> new Listed(l.words(), l.source().orClauses(source.clauses())));
  }

  private Listed nothing() {
    return new Listed(List.of(), source);
  }
}
