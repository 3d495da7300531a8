package dev.upheld.datamap.partner;

import dev.upheld.charter.shape.Checked;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.ShapeChecker;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.partner.Partner.Auth;
import dev.upheld.datamap.partner.Partner.Paging;
import dev.upheld.datamap.partner.Partner.Pick;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.Sha256;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the file of one partner. */
public final class PartnerReader {
  /** The protocol's own, and those that would show a key in a file or change what is asked. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "cookie",
          "date",
          "expect",
          "host",
          "proxy-authorization",
          "te",
          "transfer-encoding",
          "upgrade",
          "via");

  private final String digest;
  private final List<Problem> faults = new ArrayList<>();

  private PartnerReader(String digest) {
    this.digest = digest;
  }

  /**
   * What a file gave.
   *
   * @param partner empty when there is any fault
   * @param faults every one, with its place
   */
  public record Result(Optional<Partner> partner, List<Problem> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads a file's content; never throws for what stands in it.
   *
   * @param file the name to show in places
   */
  public static Result read(String file, byte[] bytes) {
    return switch (YamlReader.read(file, bytes)) {
      case YamlResult.Faulty faulty -> new Result(Optional.empty(), faulty.problems());
      case YamlResult.Document document -> {
        Checked checked = ShapeChecker.checkRoot(PartnerLanguage.partner(), document.root());
        Optional<View> view = checked.sound().flatMap(View::view);
        if (!checked.problems().isEmpty() || view.isEmpty()) {
          yield new Result(Optional.empty(), checked.problems());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        PartnerReader reader = new PartnerReader(Sha256.hex(text));
        Partner partner = reader.partner(view.get());
        yield new Result(
            reader.faults.isEmpty() ? Optional.of(partner) : Optional.empty(), reader.faults);
      }
    };
  }

  private Partner partner(View file) {
    View pace = file.child("pace").orElseThrow();
    View person = file.child("person").orElseThrow();
    List<Partner.Records> records = new ArrayList<>();
    View all = file.child("records").orElseGet(() -> View.empty(file.at()));
    String called = text(person, "called");
    file.table("records").forEach((id, view) -> records.add(records(id, called, view, all)));
    return new Partner(
        text(file, "partner"),
        text(file, "title"),
        address(file.spot("address").orElseThrow()),
        auth(file.child("auth").orElseThrow()),
        headers(file),
        new Partner.Pace(
            number(pace, "per-second"),
            number(pace, "tries"),
            Duration.ofSeconds(number(pace, "timeout"))),
        paging(file.child("paging").orElseThrow()),
        file.spot("once").map(s -> header(s.text(), s.at())),
        person(person),
        records,
        digest);
  }

  private static String text(View view, String key) {
    return view.text(key).orElseThrow();
  }

  private static int number(View view, String key) {
    return Integer.parseInt(text(view, key));
  }

  private void fault(Location at, ProblemCode code, String what, String mend) {
    faults.add(Problem.at(at, code, what, mend));
  }

  private URI address(Spot spot) {
    Optional<URI> address = PartnerAddress.of(spot.text());
    if (address.isEmpty()) {
      fault(
          spot.at(),
          PartnerCode.BAD_ADDRESS,
          "%s is no address that data of people may be sent to.".formatted(Said.quote(spot.text())),
          "Write https:// with host and path alone, for example: https://api.stripe.com");
    }
    return address.orElse(URI.create("https://invalid.example"));
  }

  private Auth auth(View auth) {
    return switch (text(auth, "kind")) {
      case "basic" -> new Auth.Basic();
      case "header" -> {
        Optional<Spot> name = auth.spot("header");
        if (name.isEmpty()) {
          fault(
              auth.at(),
              ShapeCode.MISSING_KEY,
              "The key \"header\" is missing; with kind header the key is shown in it.",
              "Add it, for example: header: X-Api-Key");
        }
        yield new Auth.Header(name.map(s -> header(s.text(), s.at())).orElse("X"));
      }
      default -> new Auth.Bearer(); // the shape allows three words only
    };
  }

  private SortedMap<String, String> headers(View file) {
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    file.child("headers")
        .ifPresent(
            view ->
                view.keys()
                    .forEach(key -> headers.put(header(key, view.keyAt(key)), text(view, key))));
    return headers;
  }

  private String header(String name, Location at) {
    if (NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
      fault(
          at,
          PartnerCode.BAD_HEADER,
          "The header %s cannot be set by a file.".formatted(Said.quote(name)),
          "Leave it out; the key stands in systems.yaml, and \"auth\" says how it is shown.");
    }
    return name;
  }

  private static Paging paging(View paging) {
    Map<String, String> size =
        paging.text("size").map(name -> Map.of(name, text(paging, "most"))).orElse(Map.of());
    String items = text(paging, "items");
    return paging.has("next")
        ? new Paging.NextLink(items, size, text(paging, "next"))
        : new Paging.AfterId(
            items, size, text(paging, "after"), text(paging, "id"), text(paging, "more"));
  }

  private Partner.Person person(View person) {
    View erase = person.child("erase").orElseThrow();
    boolean post = erase.has("post");
    return new Partner.Person(
        text(person, "called"),
        call(person.spot("get").orElseThrow(), true),
        text(person, "id"),
        person.children("find").stream().map(this::find).toList(),
        new Partner.Erase(post, call(erase.spot(post ? "post" : "delete").orElseThrow(), true)),
        person.children("gone").stream().map(PartnerReader::gone).toList(),
        person.texts("besides"),
        fields(person));
  }

  private String call(Spot spot, boolean withId) {
    if (spot.text().contains("{id}") != withId) {
      fault(
          spot.at(),
          PartnerCode.BAD_PATH,
          "The path %s %s.".formatted(spot.text(), withId ? "names nobody" : "wants an id"),
          withId
              ? "Put {id} where the person's id belongs, for example: /v1/customers/{id}"
              : "Take {id} out; a list for finding people knows no id yet.");
    }
    return spot.text();
  }

  private Partner.Find find(View find) {
    List<String> spellings = find.texts("spellings");
    return new Partner.Find(
        text(find, "by"),
        call(find.spot("get").orElseThrow(), false),
        text(find, "with"),
        text(find, "same"),
        spellings.isEmpty()
            ? Set.of(Partner.Spelling.AS_GIVEN)
            : spellings.stream()
                .map(s -> Partner.Spelling.valueOf(s.replace('-', '_').toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()));
  }

  private static Partner.Gone gone(View gone) {
    return new Partner.Gone(
        number(gone, "status"), gone.text("at").map(at -> new Partner.Said(at, text(gone, "is"))));
  }

  private Partner.Records records(String id, String called, View view, View all) {
    Optional<String> with = view.text("with");
    if (id.equals(called)) {
      fault(
          all.keyAt(id),
          PartnerCode.MISNAMED,
          "The records %s are called like the person's own.".formatted(Said.quote(id)),
          "Give them another word.");
    }
    return new Partner.Records(
        id,
        call(view.spot("get").orElseThrow(), with.isEmpty()),
        with,
        view.text("of"),
        view.text("stays"),
        fields(view));
  }

  private static SortedMap<String, Pick> fields(View of) {
    SortedMap<String, Pick> fields = new TreeMap<>();
    View view = of.child("fields").orElseThrow();
    for (String key : view.keys()) {
      fields.put(
          key,
          view.child(key)
              .map(v -> new Pick(text(v, "at"), v.text("is")))
              .orElseGet(() -> new Pick(text(view, key), Optional.empty())));
    }
    return fields;
  }
}
