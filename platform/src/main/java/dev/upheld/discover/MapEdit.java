package dev.upheld.discover;

import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts proposals into the text of a data map, and makes sure of the outcome: whatever was there
 * reads as before, and the reader finds no fault.
 */
final class MapEdit {
  private static final String PLACES = "places";
  private static final String UNDECIDED = "undecided";

  private final String file;
  private final Mapping root;
  private final MapText text;

  private MapEdit(String file, Mapping root, MapText text) {
    this.file = file;
    this.root = root;
    this.text = text;
  }

  /**
   * What is to be added.
   *
   * @param places new ones
   * @param tables new ones nobody has decided on, by name as the data map writes it
   * @param columns new ones of places there are, by place id
   */
  record Additions(
      List<ProposedPlace> places, List<Guess> tables, Map<String, List<Guess>> columns) {
    boolean isEmpty() {
      return places.isEmpty() && tables.isEmpty() && columns.isEmpty();
    }
  }

  /** The text after, and what was added to it. */
  record Result(String text, List<Addition> added) {}

  /**
   * Adds.
   *
   * @throws ProblemException when the file is laid out in a way that does not let lines be added
   */
  static Result add(Workspace workspace, String system, String before, Additions additions) {
    if (additions.isEmpty()) {
      return new Result(before, List.of());
    }
    String file = "datamap/" + system + ".yaml";
    Mapping root = root(file, before).orElseThrow(() -> cannot(Location.wholeFile(file)));
    MapEdit edit = new MapEdit(file, root, new MapText(before));
    edit.columns(additions.columns());
    edit.section(PLACES, additions.places().stream().map(PlaceText::of).toList(), List.of());
    edit.section(
        UNDECIDED,
        additions.tables().stream().map(g -> List.of(PlaceText.line(g))).toList(),
        List.of(
            "# Nobody has decided on these; they count as unknown. Move those without",
            "# personal data under ignore, map the others."));
    String after = edit.text.done();
    edit.check(workspace, system, after);
    return new Result(after, edit.text.additions());
  }

  static Optional<Mapping> root(String file, String text) {
    return YamlReader.read(file, text.getBytes(StandardCharsets.UTF_8))
            instanceof YamlResult.Document(Mapping mapping)
        ? Optional.of(mapping)
        : Optional.empty();
  }

  static ProblemException cannot(Location at) {
    return new ProblemException(
        Problem.at(
            at,
            DiscoverProblem.CANNOT_EDIT,
            "Lines cannot be added here without changing what stands there.",
            "Put each key on a line of its own, without braces, and run discover again."));
  }

  /** Adds blocks of lines under a key of the file, which may not be there yet. */
  private void section(String key, List<List<String>> blocks, List<String> remark) {
    if (blocks.isEmpty()) {
      return;
    }
    Optional<Entry> entry = Optional.ofNullable(root.entries().get(key));
    Optional<Mapping> filled = MapText.filled(entry.map(Entry::value));
    Optional<Location> next = MapText.after(root, key, Optional.empty());
    if (filled.isPresent()) {
      if (text.inBraces(filled.get())) {
        throw cannot(filled.get().at());
      }
      text.append(filled.get(), next, together(blocks, key.equals(PLACES)));
    } else if (entry.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add("");
      lines.addAll(remark);
      lines.add(key + ":");
      together(blocks, false).forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
      text.lines(Optional.empty(), 0, lines);
    } else if (entry.get().value() instanceof Scalar nothing && nothing.isNull()) {
      text.lines(next, 2, together(blocks, false));
    } else {
      throw cannot(entry.get().keyAt());
    }
  }

  /** Places stand apart by an empty line; single lines do not. */
  private static List<String> together(List<List<String>> blocks, boolean apart) {
    List<String> lines = new ArrayList<>();
    for (List<String> block : blocks) {
      if (block.size() > 1 && (apart || !lines.isEmpty())) {
        lines.add("");
      }
      lines.addAll(block);
    }
    return lines;
  }

  private void columns(Map<String, List<Guess>> columns) {
    Optional<Mapping> places = MapText.filled(root.get(PLACES));
    columns.forEach(
        (id, guesses) -> {
          Mapping all = places.orElseThrow(() -> cannot(root.at()));
          Mapping place = MapText.filled(all.get(id)).orElseThrow(() -> cannot(all.at()));
          Optional<Location> next =
              MapText.after(all, id, MapText.after(root, PLACES, Optional.empty()));
          column(place, next, guesses.stream().map(PlaceText::line).toList());
        });
  }

  private void column(Mapping place, Optional<Location> next, List<String> lines) {
    Optional<Mapping> open = MapText.filled(place.get(UNDECIDED));
    String members = String.join(", ", lines);
    if (open.isPresent() && text.inBraces(open.get())) {
      require(text.member(open.get(), members), place);
    } else if (open.isPresent()) {
      text.append(open.get(), MapText.after(place, UNDECIDED, next), lines);
    } else if (place.entries().containsKey(UNDECIDED)) {
      throw cannot(place.at());
    } else if (text.inBraces(place)) {
      require(text.member(place, UNDECIDED + ": {" + members + "}"), place);
    } else {
      List<String> block = new ArrayList<>(List.of(UNDECIDED + ":"));
      lines.forEach(line -> block.add("  " + line));
      text.append(place, next, block);
    }
  }

  private static void require(boolean found, Mapping place) {
    if (!found) {
      throw cannot(place.at());
    }
  }

  private void check(Workspace workspace, String system, String after) {
    Mapping now = root(file, after).orElseThrow(() -> cannot(root.at()));
    keeps(root, now, "");
    DataMapReader.Result reading =
        Workspaces.reading(workspace, system, after.getBytes(StandardCharsets.UTF_8));
    if (!reading.faults().isEmpty()) {
      throw new ProblemException(reading.faults());
    }
  }

  /** Everything there before is there now; only proposals were added. */
  private void keeps(YamlNode before, YamlNode now, String path) {
    boolean same =
        switch (before) {
          case Mapping old ->
              now instanceof Mapping mapping
                  && mapping.entries().keySet().containsAll(old.entries().keySet())
                  && (mapping.entries().size() == old.entries().size() || mayGrow(path));
          case Sequence old ->
              now instanceof Sequence sequence && sequence.items().size() == old.items().size();
          case Scalar old ->
              (old.isNull() && mayGrow(path))
                  || (now instanceof Scalar scalar
                      && scalar.text().equals(old.text())
                      && scalar.quoted() == old.quoted());
        };
    if (!same) {
      throw cannot(before.at());
    }
    if (before instanceof Mapping old && now instanceof Mapping mapping) {
      old.entries()
          .forEach(
              (key, entry) ->
                  keeps(
                      entry.value(),
                      mapping.get(key).orElseThrow(),
                      path + "/" + (path.equals("/" + PLACES) ? "*" : key)));
    }
    if (before instanceof Sequence old && now instanceof Sequence sequence) {
      for (int i = 0; i < old.items().size(); i++) {
        keeps(old.items().get(i), sequence.items().get(i), path + "/-");
      }
    }
  }

  private static boolean mayGrow(String path) {
    return path.isEmpty()
        || path.equals("/" + PLACES)
        || path.equals("/" + UNDECIDED)
        || path.equals("/" + PLACES + "/*")
        || path.equals("/" + PLACES + "/*/" + UNDECIDED);
  }
}
