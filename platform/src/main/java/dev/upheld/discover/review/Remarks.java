package dev.upheld.discover.review;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.Optional;
import java.util.regex.Pattern;

/** The comments at the ends of lines of a data map: reasons of proposals, and what people wrote. */
final class Remarks {
  private static final Pattern MACHINE = Pattern.compile("[01]\\.[0-9]{2}(:.*)?");

  private final Mapping root;
  private final Lines lines;

  Remarks(Mapping root, String text) {
    this.root = root;
    this.lines = new Lines(text);
  }

  /** The comment of a column's line, under fields, undecided or technical; empty text for none. */
  String ofColumn(String place, String column) {
    Optional<Mapping> at = place(place);
    return at.flatMap(p -> ofEntry(p, Editor.FIELDS, column))
        .or(() -> at.flatMap(p -> ofEntry(p, Editor.UNDECIDED, column)))
        .or(() -> at.flatMap(p -> ofItem(p, column)))
        .orElse("");
  }

  /** What a person wrote there, and not a machine. */
  Optional<String> human(String place, String column) {
    return Optional.of(ofColumn(place, column))
        .filter(said -> !said.isEmpty() && !MACHINE.matcher(said).matches());
  }

  /** The comment of a line of a place: its activity, a clock, a link. */
  String ofLine(String place, String key) {
    return place(place).map(p -> p.entries().get(key)).map(this::of).orElse("");
  }

  String ofLine(String place, String section, String key) {
    return place(place).flatMap(p -> ofEntry(p, section, key)).orElse("");
  }

  Optional<String> ofTable(String section, String table) {
    return ofEntry(root, section, table).filter(said -> !said.isEmpty());
  }

  private Optional<Mapping> place(String id) {
    return mapping(root.get(Editor.PLACES)).flatMap(places -> mapping(places.get(id)));
  }

  private static Optional<Mapping> mapping(Optional<YamlNode> node) {
    return node.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private Optional<String> ofEntry(Mapping in, String section, String key) {
    return mapping(in.get(section))
        .filter(m -> !lines.inFlow(m))
        .map(m -> m.entries().get(key))
        .map(this::of);
  }

  private String of(Entry entry) {
    YamlNode value = entry.value();
    if (value instanceof Scalar || lines.inFlow(value)) {
      return lines.remark(lines.valueEnd(lines.offset(value.at()), false));
    }
    return "";
  }

  private Optional<String> ofItem(Mapping place, String column) {
    return place
        .get(Editor.TECHNICAL)
        .filter(Sequence.class::isInstance)
        .filter(row -> !lines.inFlow(row))
        .flatMap(
            row ->
                ((Sequence) row)
                    .items().stream()
                        .filter(i -> i instanceof Scalar s && s.text().equals(column))
                        .findFirst())
        .map(item -> lines.remark(lines.valueEnd(lines.offset(item.at()), false)));
  }
}
