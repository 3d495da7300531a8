package dev.upheld.charter.check;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the activities refer to. */
final class ActivityReferences {
  private final References references;
  private final Set<String> events;

  ActivityReferences(References references) {
    this.references = references;
    this.events = new HashSet<>(Events.known());
    this.events.addAll(references.names().events());
  }

  void check(View root) {
    root.table("activities").values().forEach(this::activity);
  }

  private void activity(View activity) {
    references.controllers(activity.spots("controllers"));
    references.products(activity.spots("products"));
    references.subjects(References.listed(activity, "subjects", "is"));
    List<Spot> words = data(activity);
    references.dataWords(words);
    activity.children("basis").forEach(this::basis);
    references.documents(activity.said("instructions"));
    recipients(activity);
    activity.children("keep").forEach(rule -> rule(rule, words));
    activity.children("sets-aside").forEach(aside -> references.laws(aside.spots("law")));
  }

  private static List<Spot> data(View activity) {
    return activity.child("data").stream()
        .flatMap(data -> Stream.concat(data.spots("only").stream(), data.spots("include").stream()))
        .toList();
  }

  private void basis(View basis) {
    references.documents(basis.said("balancing"));
    references.laws(basis.spots("law"));
  }

  private void recipients(View activity) {
    View holder = activity.child("recipients").orElse(activity);
    String key = activity.child("recipients").isPresent() ? "only" : "recipients";
    references.recipients(holder.said(key));
    for (View use : holder.children(key)) {
      references.recipients(use.spots("who"));
      references.products(use.spots("products"));
      references.territories(use.spots("residents"));
    }
  }

  private void rule(View rule, List<Spot> data) {
    references.dataWords(rule.spots("of"));
    List<String> held = data.stream().map(Spot::text).toList();
    for (Spot word : rule.spots("of")) {
      if (!held.contains(word.text()) && references.names().vocabulary().contains(word.text())) {
        references.report(
            word,
            CharterCode.UNKNOWN_WORD,
            "%s is not among the data of this activity.".formatted(Said.quote(word.text())),
            References.meant(word.text(), held) + "Add it under data, or correct the word.");
      }
    }
    limit(rule);
    rule.children("stages").forEach(this::limit);
    rule.children("unless").forEach(this::limit);
    new WarnCheck(references).check(rule);
  }

  private void limit(View limit) {
    event(limit.spot("from"));
    event(limit.spot("until"));
    references.laws(limit.spots("law"));
    limit.children("earliest-of").forEach(this::limit);
    limit.children("latest-of").forEach(this::limit);
  }

  private void event(Optional<Spot> spot) {
    references.nearly(spot, events, CharterCode.UNKNOWN_EVENT, ", or declare it under events");
  }
}
