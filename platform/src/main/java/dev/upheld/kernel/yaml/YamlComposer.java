package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree from events. Faults that leave the structure readable are collected; those that
 * do not (syntax, a limit reached) end the reading. Used once.
 */
final class YamlComposer {
  private static final String KEYS_ARE_TEXT = "Write the key as plain text.";

  private final String file;
  private final YamlEvents events;
  private final YamlLimits limits;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Anchor, Optional<Composed>> anchors = new HashMap<>();
  private long nodes;

  YamlComposer(String file, String text, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.events = new YamlEvents(file, text);
  }

  /** A node with what it stands for once every alias in it is followed. */
  private record Composed(YamlNode node, long size, int height) {}

  YamlResult compose() {
    try {
      YamlNode root = document();
      return problems.isEmpty() ? new YamlResult.Document(root) : faulty();
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return faulty();
    }
  }

  private YamlResult faulty() {
    return new YamlResult.Faulty(problems);
  }

  private YamlNode document() {
    events.next(); // start of stream
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw new ProblemException(
          Problem.at(
              Location.wholeFile(file),
              YamlCode.FILE_EMPTY,
              "The file says nothing.",
              "Fill it, or remove it."));
    }
    YamlNode root = node(events.next(), 1).node();
    events.next(); // end of document
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      report(
          events.at(after),
          YamlCode.SEVERAL_DOCUMENTS,
          "A second document starts here.",
          "Keep one document per file: remove the line of three dashes or split the file.");
    }
    return root;
  }

  private Composed node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    checkTag(event);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    Composed composed = content(event, depth);
    anchor.ifPresent(name -> anchors.put(name, Optional.of(composed)));
    return composed;
  }

  private Composed content(Event event, int depth) {
    count(event, 1);
    return switch (event) {
      case ScalarEvent scalar -> new Composed(scalar(scalar), 1, 0);
      case MappingStartEvent start -> mapping(start, checkDepth(start, depth));
      default -> sequence(event, checkDepth(event, depth));
    };
  }

  private Scalar scalar(ScalarEvent event) {
    String text = event.getValue();
    text.codePoints()
        .filter(c -> !YamlText.isAllowed(c))
        .findFirst()
        .ifPresent(
            c ->
                report(
                    events.at(event),
                    YamlCode.CHARACTER,
                    "An escape in this text stands for %s.".formatted(YamlText.name(c)),
                    "Remove the escape: it is not a character of a text."));
    return new Scalar(events.at(event), text, !event.isPlain());
  }

  private Composed sequence(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    long size = 1;
    int height = 0;
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      Composed item = node(e, depth + 1);
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
    }
    Sequence node = new Sequence(events.at(start), Collections.unmodifiableList(items));
    return new Composed(node, size, height + 1);
  }

  private Composed mapping(Event start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long size = 1;
    int height = 0;
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Optional<Scalar> key = key(e, depth);
      Composed value = node(events.next(), depth + 1);
      key.ifPresent(k -> put(entries, k, value.node()));
      size += 1 + value.size();
      height = Math.max(height, value.height());
    }
    Mapping node = new Mapping(events.at(start), Collections.unmodifiableMap(entries));
    return new Composed(node, size, height + 1);
  }

  private void put(Map<String, Entry> entries, Scalar key, YamlNode value) {
    Entry entry = new Entry(key.at(), key.text(), value);
    Entry first = entries.putIfAbsent(key.text(), entry);
    if (first != null) {
      report(
          key.at(),
          YamlCode.DUPLICATE_KEY,
          "The key %s stands here a second time; the first is at %s."
              .formatted(YamlText.quote(key.text()), first.keyAt()),
          "Keep one of the two.");
    }
  }

  /** The key, or nothing when it is faulty; the fault is reported and its value still read. */
  private Optional<Scalar> key(Event event, int depth) {
    Location at = events.at(event);
    if (event instanceof AliasEvent) {
      report(at, YamlCode.KEY_NOT_TEXT, "An alias cannot be a key.", KEYS_ARE_TEXT);
      return Optional.empty();
    }
    if (!(node(event, depth + 1).node() instanceof Scalar key)) {
      report(at, YamlCode.KEY_NOT_TEXT, "A list or mapping cannot be a key.", KEYS_ARE_TEXT);
      return Optional.empty();
    }
    if (key.isNull()) {
      report(at, YamlCode.KEY_NOT_TEXT, "The key is missing or null.", KEYS_ARE_TEXT);
      return Optional.empty();
    }
    if (!key.quoted() && key.text().equals("<<")) {
      report(
          at,
          YamlCode.MERGE_KEY,
          "Merge keys are not read: what a promise says must stand where it is written.",
          "Write the merged lines out.");
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private Composed alias(AliasEvent alias, int depth) {
    Optional<Composed> target = anchors.get(alias.getAlias());
    if (target == null || target.isEmpty()) {
      report(
          events.at(alias),
          YamlCode.ALIAS,
          target == null
              ? "The alias %s has no anchor before it.".formatted(name(alias))
              : "The alias %s stands inside what it refers to.".formatted(name(alias)),
          "Write the text out, or correct the name after the star.");
      count(alias, 1);
      return new Composed(new Scalar(events.at(alias), "", false), 1, 0);
    }
    Composed composed = target.get();
    count(alias, composed.size());
    // a scalar has height 0, so only containers can push the depth over the limit
    checkDepth(alias, depth + composed.height() - 1);
    return composed;
  }

  private static String name(AliasEvent alias) {
    return YamlText.quote("*" + alias.getAlias().getValue());
  }

  private void checkTag(Event event) {
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    tag.ifPresent(
        t ->
            report(
                events.at(event),
                YamlCode.TAG,
                "The tag %s is not read.".formatted(YamlText.quote(t)),
                "Remove the tag; put text that starts with an exclamation mark in quotes."));
  }

  private int checkDepth(Event event, int depth) {
    if (depth > limits.maxDepth()) {
      throw stop(
          event,
          YamlCode.TOO_DEEP,
          "More than %d levels stand inside each other.".formatted(limits.maxDepth()),
          "Flatten the structure.");
    }
    return depth;
  }

  private void count(Event event, long more) {
    nodes += more;
    if (nodes > limits.maxNodes()) {
      throw stop(
          event,
          YamlCode.TOO_MANY_NODES,
          "The file stands for more than %d entries, aliases followed."
              .formatted(limits.maxNodes()),
          "Split the file, or write fewer aliases of aliases.");
    }
  }

  private ProblemException stop(Event event, YamlCode code, String what, String mend) {
    return new ProblemException(Problem.at(events.at(event), code, what, mend));
  }

  private void report(Location at, YamlCode code, String what, String mend) {
    Problem problem = Problem.at(at, code, what, mend);
    if (problems.size() + 1 >= limits.maxProblems()) {
      throw new ProblemException(problem);
    }
    problems.add(problem);
  }
}
