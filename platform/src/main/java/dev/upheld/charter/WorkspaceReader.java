package dev.upheld.charter;

import dev.upheld.charter.check.CharterCheck;
import dev.upheld.charter.derive.Promises;
import dev.upheld.charter.language.CharterLanguage;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Publication.Texts;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.read.CharterReader;
import dev.upheld.charter.shape.Checked;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.ShapeChecker;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import dev.upheld.kernel.yaml.YamlResult.Document;
import dev.upheld.kernel.yaml.YamlResult.Faulty;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one workspace, step by step, collecting every fault. Used once. */
final class WorkspaceReader {
  private static final String YAML = ".yaml";

  private final Path workspace;
  private final LocalDate day;
  private final Packs.Loaded loaded;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, View> textViews = new LinkedHashMap<>();

  /**
   * @param loaded the packs at hand and what is wrong with those of the workspace
   */
  WorkspaceReader(Path workspace, LocalDate day, Packs.Loaded loaded) {
    this.workspace = workspace;
    this.day = day;
    this.loaded = loaded;
  }

  CharterReading read() {
    problems.addAll(loaded.problems());
    Optional<Charter> charter =
        switch (YamlReader.read(workspace, Path.of(Charters.FILE))) {
          case Faulty(List<Problem> faults) -> {
            problems.addAll(faults);
            yield Optional.empty();
          }
          case Document(YamlNode root) -> charter(root, loaded.packs());
        };
    problems.sort(
        Comparator.comparing(p -> p.where().orElseGet(() -> Location.wholeFile(Charters.FILE))));
    return new CharterReading(problems.isEmpty() ? charter : Optional.empty(), problems);
  }

  private Optional<Charter> charter(YamlNode root, Packs packs) {
    Checked checked = ShapeChecker.checkParts(CharterLanguage.charter(), root);
    problems.addAll(checked.problems());
    if (!(root instanceof Mapping written) || checked.sound().isEmpty()) {
      return Optional.empty();
    }
    View sound = checked.sound().flatMap(View::view).orElseThrow();
    LawContext law = new LawContext(jurisdictions(sound, packs), packs, day);
    Charter charter = CharterReader.read(sound, texts(sound), law);
    List<Problem> references = CharterCheck.references(written, sound, law, workspace);
    problems.addAll(references);
    if (checked.isSound() && references.isEmpty()) {
      problems.addAll(CharterCheck.against(charter));
      names(charter);
    }
    return Optional.of(charter);
  }

  private static List<JurisdictionPack> jurisdictions(View sound, Packs packs) {
    return sound.texts("jurisdictions").stream().flatMap(id -> packs.pack(id).stream()).toList();
  }

  /** Texts of the languages of the charter; a text in another language is a fault. */
  private Map<String, Texts> texts(View sound) {
    Map<String, Texts> texts = new LinkedHashMap<>();
    List<String> languages =
        sound.child("languages").map(view -> view.texts("list")).orElse(List.of());
    for (Path file : textFiles()) {
      String name = String.valueOf(file.getFileName());
      String language = name.substring(0, name.length() - YAML.length());
      String shown = Charters.TEXTS + "/" + name;
      if (!languages.isEmpty() && !languages.contains(language)) {
        problems.add(
            Problem.at(
                Location.wholeFile(shown),
                CharterCode.UNKNOWN_LANGUAGE,
                "The charter does not list the language %s.".formatted(Said.quote(language)),
                "Add it to the list under languages, or remove the file."));
      }
      read(Path.of(Charters.TEXTS, name))
          .ifPresent(
              view -> {
                textViews.put(shown, view);
                texts.put(language, CharterReader.texts(view, shown));
              });
    }
    return texts;
  }

  private Optional<View> read(Path file) {
    YamlResult result = YamlReader.read(workspace, file);
    return switch (result) {
      case Faulty(List<Problem> faults) -> {
        problems.addAll(faults);
        yield Optional.empty();
      }
      case Document(YamlNode root) -> {
        Checked checked = ShapeChecker.checkRoot(CharterLanguage.texts(), root);
        problems.addAll(checked.problems());
        yield checked.sound().flatMap(View::view);
      }
    };
  }

  private List<Path> textFiles() {
    Path folder = workspace.resolve(Charters.TEXTS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(YAML))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      problems.add(
          Problem.at(
              Location.wholeFile(Charters.TEXTS),
              CharterCode.DOCUMENT_MISSING,
              "The folder of texts cannot be read.",
              "Check that this account may list it."));
      return List.of();
    }
  }

  /** Names of promises must differ, and texts must speak of promises that are made. */
  private void names(Charter charter) {
    Map<String, Promise> byName = new LinkedHashMap<>();
    for (Promise promise : Promises.of(charter)) {
      Promise first = byName.putIfAbsent(promise.id().toString(), promise);
      if (first != null) {
        problems.add(
            Problem.at(
                promise.header().at(),
                CharterCode.DUPLICATE_ID,
                "%s would name two promises; the first is at %s."
                    .formatted(Said.quote(promise.id().toString()), first.header().at()),
                "Give one of them another name."));
      }
    }
    Set<String> known = byName.keySet();
    textViews.forEach((file, view) -> view.child("sentences").ifPresent(s -> sentences(s, known)));
  }

  private void sentences(View sentences, Set<String> known) {
    for (String name : sentences.keys()) {
      if (!known.contains(name)) {
        problems.add(
            Problem.at(
                sentences.keyAt(name),
                CharterCode.UNKNOWN_PROMISE,
                "The charter makes no promise %s.".formatted(Said.quote(name)),
                Nearest.to(name, known)
                        .map(near -> "Did you mean %s? ".formatted(Said.quote(near)))
                        .orElse("")
                    + "`upheld check --format json` lists the names."));
      }
    }
  }
}
