package dev.upheld.charter.check;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Location;
import dev.upheld.law.JurisdictionPack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the company-wide parts refer to, and names that stand for two things. */
final class CompanyReferences {
  private final References references;

  CompanyReferences(References references) {
    this.references = references;
  }

  void check(View root) {
    jurisdictions(root);
    languages(root);
    root.child("notice").ifPresent(n -> references.audience(n.spots("tell")));
    root.children("revisions").forEach(r -> references.audience(r.spots("told")));
    root.child("supplier-changes").ifPresent(c -> references.audience(c.spots("tell")));
    root.table("recipients").values().forEach(this::recipient);
    rights(root);
    root.child("identity").ifPresent(this::identity);
    root.child("cookies").ifPresent(this::cookies);
    root.table("safeguards").values().forEach(this::safeguard);
    root.table("residency").values().forEach(this::residency);
    root.child("risk").ifPresent(r -> measures(r, "measures"));
    measures(root, "objectives");
    root.table("gaps").values().forEach(gap -> references.activities(gap.spots("activity")));
    twice(root);
  }

  private void jurisdictions(View root) {
    root.spots("jurisdictions").stream()
        .filter(spot -> references.law().packs().pack(spot.text()).isEmpty())
        .forEach(references::unknownPack);
  }

  private void languages(View root) {
    for (View languages : root.children("languages")) {
      List<String> list = languages.texts("list");
      references.all(
          languages.said("prevailing"), list, CharterCode.UNKNOWN_LANGUAGE, "a language of list");
      references.all(
          languages.spots("machine-made"),
          list,
          CharterCode.UNKNOWN_LANGUAGE,
          "a language of list");
    }
  }

  private void recipient(View recipient) {
    references.territories(recipient.said("country"));
    references.documents(recipient.said("dpa"));
    for (View transfer : recipient.children("transfer")) {
      references.territories(transfer.spots("to"));
      references.documents(transfer.said("document"));
      references.documents(transfer.said("assessment"));
      tool(transfer);
    }
  }

  private void tool(View transfer) {
    Set<String> tools =
        references.law().jurisdictions().stream()
            .flatMap(pack -> pack.transfers().stream())
            .flatMap(rules -> rules.tools().keySet().stream())
            .collect(Collectors.toCollection(HashSet::new));
    if (!tools.isEmpty()) {
      tools.add("adequacy");
      references.all(
          transfer.said("tool"),
          tools,
          CharterCode.UNKNOWN_TOOL,
          "a tool for transfers that the jurisdictions know");
    }
  }

  private void identity(View identity) {
    references.documents(identity.said("authorisation"));
    Set<String> known = knownRights();
    for (Spot right : identity.spots("account-for")) {
      references.nearly(Optional.of(right), known, CharterCode.UNKNOWN_RIGHT, "");
    }
  }

  private Set<String> knownRights() {
    return references.law().packs().all().stream()
        .map(JurisdictionPack::rights)
        .flatMap(List::stream)
        .map(right -> right.id().id())
        .collect(Collectors.toSet());
  }

  private void rights(View root) {
    Set<String> known = knownRights();
    Map<String, Location> seen = new HashMap<>();
    for (View right : root.children("rights")) {
      references.nearly(right.spot("right"), known, CharterCode.UNKNOWN_RIGHT, "");
      references.all(
          right.spots("in"),
          root.texts("jurisdictions"),
          CharterCode.UNKNOWN_PACK,
          "one of the jurisdictions of this charter");
      right
          .spot("right")
          .ifPresent(spot -> once(seen, new Spot(key(right, spot), spot.at()), spot.text()));
    }
  }

  private static String key(View right, Spot name) {
    return name.text() + " " + right.texts("in").stream().sorted().toList();
  }

  private void cookies(View cookies) {
    Map<String, Location> seen = new HashMap<>();
    for (View cookie : cookies.children("list")) {
      references.all(
          cookie.spots("category"),
          references.names().categories(),
          CharterCode.UNKNOWN_CATEGORY,
          "a category of cookies");
      references.recipients(cookie.spots("by"));
      cookie.spot("name").ifPresent(spot -> once(seen, spot, spot.text()));
    }
  }

  private void safeguard(View safeguard) {
    references.dataWords(safeguard.spots("except"));
    references.activities(safeguard.spots("apart"));
    references.activities(safeguard.spots("from"));
    references.subjects(safeguard.spots("to"));
  }

  private void residency(View residency) {
    references.territories(residency.spots("countries"));
    references.territories(residency.spots("residents"));
    references.subjects(residency.spots("subjects"));
    references.activities(residency.spots("activities"));
  }

  private void measures(View view, String key) {
    view.table(key).values().forEach(m -> references.documents(m.said("evidence")));
  }

  /** Keys that become the middle of a promise's name must differ. */
  private void twice(View root) {
    Map<String, Location> seen = new HashMap<>();
    for (String table : List.of("activities", "safeguards", "residency")) {
      root.child(table)
          .ifPresent(
              view -> view.keys().forEach(key -> once(seen, new Spot(key, view.keyAt(key)), key)));
    }
  }

  private void once(Map<String, Location> seen, Spot spot, String shown) {
    Location first = seen.putIfAbsent(spot.text(), spot.at());
    if (first != null) {
      references.report(
          spot,
          CharterCode.DUPLICATE_ID,
          "%s names two things; the first is at %s.".formatted(Said.quote(shown), first),
          "Give one of them another name, or join the two.");
    }
  }
}
