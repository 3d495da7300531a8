package dev.upheld.discover.review;

import dev.upheld.discover.Yaml;
import dev.upheld.kernel.Location;
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
import java.util.function.BiFunction;

/**
 * Makes a text say something else by changing the lines concerned. Lines that go take their own
 * comment along; all other comments stay. The outcome is read again: what does not say what it
 * should is refused.
 */
final class Rewrite {
  /** Depth of a place: what stands within it goes with it, comments too. */
  private static final int PLACE = 2;

  /** Mappings above this depth are written on lines of their own. */
  private static final int SECTION = 3;

  private final Lines lines;
  private final BiFunction<List<String>, String, String> remarks;

  private Rewrite(String text, BiFunction<List<String>, String, String> remarks) {
    this.lines = new Lines(text);
    this.remarks = remarks;
  }

  /**
   * Rewrites.
   *
   * @param intended what it is to say
   * @param remarks the comment of a line that is added, by the path of its section and its key or
   *     item; empty text for none
   * @throws ProblemException with {@link ReviewProblem#CANNOT_EDIT} where the layout does not let
   *     lines be changed
   */
  static String of(
      String file,
      String text,
      Tree.Branch intended,
      BiFunction<List<String>, String, String> remarks) {
    Mapping root = root(file, text).orElseThrow(() -> cannot(Location.wholeFile(file)));
    Rewrite rewrite = new Rewrite(text, remarks);
    rewrite.mapping(root, intended, rewrite.lines.after(), List.of());
    String after = rewrite.lines.done();
    boolean says = root(file, after).map(Tree::of).filter(intended::equals).isPresent();
    if (!says) {
      throw cannot(root.at());
    }
    return after;
  }

  static Optional<Mapping> root(String file, String text) {
    return YamlReader.read(file, text.getBytes(StandardCharsets.UTF_8))
            instanceof YamlResult.Document(Mapping mapping)
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static ProblemException cannot(Location at) {
    return ReviewProblem.CANNOT_EDIT.at(
        at,
        "These lines cannot be changed without changing what stands around them.",
        "Change the file by hand, or put each key on a line of its own.");
  }

  /**
   * @param next the line on which something else begins
   */
  private void mapping(Mapping before, Tree.Branch after, int next, List<String> path) {
    if (lines.inFlow(before)) {
      flowMapping(before, after, path);
    } else {
      blockMapping(before, after, next, path);
    }
  }

  private void blockMapping(Mapping before, Tree.Branch after, int next, List<String> path) {
    List<Entry> entries = List.copyOf(before.entries().values());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int until = i + 1 < entries.size() ? entries.get(i + 1).keyAt().line() : next;
      Optional<Tree> stays = Optional.ofNullable(after.entries().get(entry.key()));
      if (stays.isEmpty()) {
        requireOwnLine(entry.keyAt());
        drop(entry, until, path.size() + 1);
      } else {
        value(entry, stays.get(), until, false, with(path, entry.key()));
      }
    }
    List<String> added = new ArrayList<>();
    after
        .entries()
        .forEach(
            (key, value) -> {
              if (!before.entries().containsKey(key)) {
                added.addAll(rendered(key, value, path));
              }
            });
    if (!added.isEmpty()) {
      int indent = entries.getFirst().keyAt().column() - 1;
      lines.insert(contentEnd(next), indent, added);
    }
  }

  /** A first key behind a dash shares its line with the dash. */
  private void requireOwnLine(Location key) {
    String line = lines.line(key.line());
    if (Lines.indent(line) != key.column() - 1) {
      throw cannot(key);
    }
  }

  /** Behind the last line that says something, before what begins next. */
  private int contentEnd(int next) {
    int line = next;
    while (line > 1 && (line - 1 >= lines.after() || lines.isRemark(line - 1))) {
      line--;
    }
    return line;
  }

  private void drop(Entry entry, int next, int depth) {
    int from = entry.keyAt().line();
    int indent = entry.keyAt().column() - 1;
    int to = contentEnd(next);
    boolean text = entry.value() instanceof Scalar;
    boolean whole = depth == PLACE || isBlockText(entry.value());
    while (to < next && to < lines.after() && whole && isInside(to, indent)) {
      to++; // what stands further in belongs to it, be it a comment
    }
    if (depth == PLACE) {
      boolean apart = from > 1 && lines.line(from - 1).isBlank();
      boolean blank = to < lines.after() && lines.line(to).isBlank();
      lines.cut(from, apart && blank ? to + 1 : to);
    } else if (text) {
      lines.cut(from, to);
    } else {
      content(from, to);
    }
  }

  /** In a text on lines of its own, a line that begins like a comment is none. */
  private boolean isBlockText(YamlNode value) {
    return value instanceof Scalar && "|>".indexOf(lines.charAt(lines.offset(value.at()))) >= 0;
  }

  private boolean isInside(int line, int indent) {
    String said = lines.line(line);
    return !said.isBlank() && Lines.indent(said) > indent;
  }

  /** Lines that say something; comments between them stay. */
  private void content(int from, int to) {
    int begin = from;
    for (int line = from; line < to; line++) {
      if (lines.isRemark(line)) {
        lines.cut(begin, line);
        begin = line + 1;
      }
    }
    lines.cut(begin, to);
  }

  private void value(Entry entry, Tree after, int next, boolean flow, List<String> path) {
    YamlNode before = entry.value();
    if (Tree.of(before).equals(after)) {
      return;
    }
    if (before instanceof Mapping mapping && after instanceof Tree.Branch branch) {
      mapping(mapping, branch, next, path);
    } else if (before instanceof Sequence row && after instanceof Tree.Row items) {
      row(row, items, next, path);
    } else if (before instanceof Scalar scalar && scalar.isNull() && scalar.text().isEmpty()) {
      begin(entry, after, flow, path);
    } else {
      int from = lines.offset(before.at());
      int to = lines.valueEnd(from, flow);
      boolean block = !(before instanceof Scalar) && !lines.inFlow(before);
      if (block || isBlockText(before)) {
        throw cannot(before.at());
      }
      lines.replace(from, to, after.inline());
    }
  }

  /** Nothing stood behind the key. */
  private void begin(Entry entry, Tree after, boolean flow, List<String> path) {
    List<String> block = rendered(entry.key(), after, path.subList(0, path.size() - 1));
    if (flow || block.size() < 2) {
      throw cannot(entry.keyAt());
    }
    int indent = entry.keyAt().column() - 1;
    lines.insert(entry.keyAt().line() + 1, indent, block.subList(1, block.size()));
  }

  private void flowMapping(Mapping before, Tree.Branch after, List<String> path) {
    List<Entry> entries = List.copyOf(before.entries().values());
    List<Member> members = new ArrayList<>();
    for (Entry entry : entries) {
      Tree stays = after.entries().get(entry.key());
      members.add(new Member(lines.offset(entry.keyAt()), stays != null));
      if (stays != null) {
        value(entry, stays, 0, true, with(path, entry.key()));
      }
    }
    List<String> added = new ArrayList<>();
    after
        .entries()
        .forEach(
            (key, value) -> {
              if (!before.entries().containsKey(key)) {
                added.add(Yaml.scalar(key) + ": " + value.inline());
              }
            });
    members(before, members, added);
  }

  /** One of several between braces. */
  private record Member(int from, boolean stays) {}

  private void row(Sequence before, Tree.Row after, int next, List<String> path) {
    List<Tree> left = new ArrayList<>(after.items());
    List<Boolean> stays = new ArrayList<>();
    for (YamlNode item : before.items()) {
      Tree said = Tree.of(item);
      boolean same = !left.isEmpty() && left.getFirst().equals(said);
      stays.add(same);
      if (same) {
        left.removeFirst();
      }
    }
    if (lines.inFlow(before)) {
      List<Member> members = new ArrayList<>();
      for (int i = 0; i < stays.size(); i++) {
        members.add(new Member(lines.offset(before.items().get(i).at()), stays.get(i)));
      }
      members(before, members, left.stream().map(Tree::inline).toList());
    } else {
      blockRow(before, stays, left, next, path);
    }
  }

  private void blockRow(
      Sequence before, List<Boolean> stays, List<Tree> added, int next, List<String> path) {
    List<YamlNode> items = before.items();
    for (int i = 0; i < items.size(); i++) {
      int from = items.get(i).at().line();
      int until = i + 1 < items.size() ? items.get(i + 1).at().line() : next;
      if (!lines.line(from).strip().startsWith("-")) {
        throw cannot(items.get(i).at());
      }
      if (!stays.get(i)) {
        content(from, contentEnd(until));
      }
    }
    if (!added.isEmpty()) {
      int indent = Lines.indent(lines.line(items.getFirst().at().line()));
      List<String> block = new ArrayList<>();
      added.forEach(
          item -> block.add("- " + item.inline() + remark(path, Tree.text(item).orElse(""))));
      lines.insert(contentEnd(next), indent, block);
    }
  }

  /** Cuts runs of members that go, with the comma that set them apart, and adds at the end. */
  private void members(YamlNode of, List<Member> members, List<String> added) {
    int open = lines.offset(of.at());
    int close = lines.closing(open);
    boolean anyStays = members.stream().anyMatch(Member::stays);
    int end = close;
    while (end > open + 1 && Character.isWhitespace(lines.charAt(end - 1))) {
      end--;
    }
    if (!anyStays) {
      lines.replace(open + 1, close, String.join(", ", added));
      return;
    }
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).stays()) {
        int last = i;
        while (last + 1 < members.size() && !members.get(last + 1).stays()) {
          last++;
        }
        boolean toEnd = last + 1 == members.size();
        int from = toEnd ? comma(members.get(i).from()) : members.get(i).from();
        lines.replace(from, toEnd ? end : members.get(last + 1).from(), "");
        i = last;
      }
    }
    if (!added.isEmpty()) {
      boolean trailing = lines.charAt(end - 1) == ',';
      lines.replace(end, end, (trailing ? " " : ", ") + String.join(", ", added));
    }
  }

  private int comma(int before) {
    int at = before - 1;
    while (at > 0 && lines.charAt(at) != ',') {
      at--;
    }
    return at;
  }

  /** Lines of a new entry, without the indentation of where they will stand. */
  private List<String> rendered(String key, Tree value, List<String> path) {
    List<String> here = with(path, key);
    if (value instanceof Tree.Branch branch
        && here.size() <= SECTION
        && !branch.entries().isEmpty()) {
      List<String> block = new ArrayList<>(List.of(Yaml.scalar(key) + ":"));
      for (Map.Entry<String, Tree> entry : branch.entries().entrySet()) {
        rendered(entry.getKey(), entry.getValue(), here).forEach(line -> block.add("  " + line));
      }
      return block;
    }
    if (value instanceof Tree.Row row && key.equals("technical")) {
      List<String> block = new ArrayList<>(List.of(Yaml.scalar(key) + ":"));
      row.items()
          .forEach(
              item -> block.add("  - " + item.inline() + remark(here, Tree.text(item).orElse(""))));
      return block;
    }
    return List.of(Yaml.scalar(key) + ": " + value.inline() + remark(path, key));
  }

  private String remark(List<String> section, String key) {
    String said = remarks.apply(section, key);
    return said.isEmpty() ? "" : "  # " + Yaml.comment(said);
  }

  private static List<String> with(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
