package dev.upheld.app.config;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the file, the environment and the command line say, checked setting by setting. */
final class Given {

  /** A text and where it stands. */
  private record Said(String text, String place, Optional<Location> at) {}

  private final Map<String, Said> said = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The file says the least, then the environment; the command line wins. */
  static Given of(Optional<YamlResult> file, Map<String, String> env, Map<String, String> options) {
    Given given = new Given();
    file.ifPresent(given::file);
    for (Setting<?> setting : Settings.all().values()) {
      String variable = setting.variable();
      Optional.ofNullable(env.get(variable))
          .filter(v -> !v.isEmpty())
          .ifPresent(v -> given.put(setting.key(), new Said(v, variable, Optional.empty())));
    }
    options.forEach((key, v) -> given.put(key, new Said(v, "the command line", Optional.empty())));
    return given;
  }

  private void put(String key, Said value) {
    said.put(key, value);
  }

  private void file(YamlResult result) {
    switch (result) {
      case YamlResult.Faulty faulty -> problems.addAll(faulty.problems());
      case YamlResult.Document document -> node("", document.root());
    }
  }

  private void node(String key, YamlNode node) {
    switch (node) {
      case YamlNode.Mapping mapping when !Settings.all().containsKey(key) ->
          mapping
              .entries()
              .forEach((name, entry) -> entry(key.isEmpty() ? name : key + "." + name, entry));
      case YamlNode.Scalar scalar when scalar.isNull() -> {}
      case YamlNode.Scalar scalar ->
          put(key, new Said(scalar.text(), "the file", Optional.of(scalar.at())));
      case YamlNode.Mapping other -> problems.add(shape(key, other.at()));
      case YamlNode.Sequence list -> problems.add(shape(key, list.at()));
    }
  }

  private void entry(String key, YamlNode.Entry entry) {
    boolean known =
        Settings.all().containsKey(key)
            || Settings.all().keySet().stream().anyMatch(k -> k.startsWith(key + "."));
    if (known) {
      node(key, entry.value());
    } else {
      problems.add(
          Problem.at(
              entry.keyAt(),
              ConfigProblem.UNKNOWN_SETTING,
              "No setting is called " + key + ".",
              "The settings are: "
                  + String.join(", ", new TreeSet<>(Settings.all().keySet()))
                  + "."));
    }
  }

  private static Problem shape(String key, Location at) {
    return Problem.at(
        at,
        ConfigProblem.BAD_VALUE,
        (key.isEmpty() ? "The file" : key) + " has the wrong shape.",
        "Write settings as `listen: {port: 8787}`, one value each.");
  }

  /** The value, or the usual one; empty when neither is there or it is wrong, which is noted. */
  <T> Optional<T> optional(Setting<T> setting) {
    Said value = said.get(setting.key());
    if (value == null) {
      return setting.usual().isEmpty()
          ? Optional.empty()
          : setting.kind().read().apply(setting.usual());
    }
    Optional<T> read = setting.kind().read().apply(value.text());
    if (read.isEmpty()) {
      // the value is not shown: somebody may have written a password here
      problems.add(
          new Problem(
              ConfigProblem.BAD_VALUE,
              setting.key() + " in " + value.place() + " is not " + setting.kind().wanted() + ".",
              value.at(),
              "Write " + setting.kind().wanted() + "."));
    }
    return read;
  }

  /** The value of a setting that has a usual one. */
  <T> T value(Setting<T> setting) {
    return optional(setting)
        .or(() -> setting.kind().read().apply(setting.usual()))
        .orElseThrow(() -> new IllegalStateException(setting.key() + " has no usual value"));
  }

  boolean has(Setting<?> setting) {
    return said.containsKey(setting.key());
  }

  /** The place of a setting in the file, when it stands there. */
  Optional<Location> place(Setting<?> setting) {
    return Optional.ofNullable(said.get(setting.key())).flatMap(Said::at);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
