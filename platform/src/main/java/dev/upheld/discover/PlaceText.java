package dev.upheld.discover;

import dev.upheld.discover.ProposedPlace.Guess;
import java.util.ArrayList;
import java.util.List;

/** The lines of a proposed place, without the indentation of where they will stand. */
final class PlaceText {
  private final List<String> lines = new ArrayList<>();

  private PlaceText() {}

  static List<String> of(ProposedPlace place) {
    PlaceText text = new PlaceText();
    text.add(0, Yaml.scalar(place.id()) + ":", "");
    text.add(1, "review: proposed", "take this line out when a person has looked at the place");
    place.notes().forEach(note -> text.lines.add("  # " + Yaml.comment(note)));
    place.named().ifPresent(table -> text.add(1, "table: " + Yaml.scalar(Yaml.table(table)), ""));
    text.add(1, "activity: " + place.activity().value(), place.activity().why());
    if (!place.key().isEmpty()) {
      text.add(1, "key: " + Yaml.list(place.key()), "");
    }
    place
        .subject()
        .ifPresent(
            g ->
                text.add(1, "subject: {" + Yaml.scalar(g.key()) + ": " + g.value() + "}", g.why()));
    text.section("clocks", place.clocks());
    text.section("links", place.links());
    text.section("fields", place.fields());
    text.section("undecided", place.undecided());
    text.section("technical", place.technical());
    return text.lines;
  }

  /** One line of a mapping. */
  static String line(Guess guess) {
    return Yaml.scalar(guess.key()) + ": " + guess.value();
  }

  private void section(String key, List<Guess> guesses) {
    if (guesses.isEmpty()) {
      return;
    }
    add(1, key + ":", "");
    for (Guess guess : guesses) {
      if (guess.key().isEmpty()) {
        add(2, "- " + guess.value(), guess.why());
      } else if (guess.value().isEmpty()) {
        add(2, "- " + Yaml.scalar(guess.key()), guess.why());
      } else {
        add(2, line(guess), guess.why());
      }
    }
  }

  private void add(int depth, String yaml, String why) {
    lines.add("  ".repeat(depth) + yaml + (why.isEmpty() ? "" : "  # " + Yaml.comment(why)));
  }
}
