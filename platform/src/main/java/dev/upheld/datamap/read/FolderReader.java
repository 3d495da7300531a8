package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFiles.Dating;
import dev.upheld.datamap.logs.LogFiles.Rhythm;
import dev.upheld.datamap.logs.LogFiles.Rotation;
import dev.upheld.datamap.logs.LogFiles.Says;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.datamap.logs.StampForm;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is said of a folder of logs. */
final class FolderReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(30);

  private final View view;
  private final Path root;
  private final Settings settings;
  private final Faults faults;

  FolderReader(View view, Path root, References references, Faults faults) {
    this.view = view;
    this.root = root;
    this.settings = new Settings(view, root, references, faults);
    this.faults = faults;
  }

  /**
   * How it is reached, and what is in it.
   *
   * @param folder empty where its path is not known here
   */
  record Result(EndpointReader.Result access, Optional<LogFolder> folder) {}

  Result read(String id) {
    Map<String, LogFiles> logs = new LinkedHashMap<>();
    view.table("logs").forEach((name, log) -> log(log).ifPresent(l -> logs.put(name, l)));
    List<String> besides = view.texts("besides");
    new LogFolder(root, logs, besides).overlap().ifPresent(this::overlap);
    Optional<Path> path = settings.value("folder").map(String::strip).flatMap(this::path);
    if (path.isEmpty()) {
      return new Result(
          new EndpointReader.Result(
              Optional.empty(), EndpointReader.unreachable(id, view, settings)),
          Optional.empty());
    }
    Endpoint endpoint =
        new Endpoint(
            SystemsLanguage.FILES,
            "",
            0,
            path.get().toString(),
            "",
            Secret.of(""),
            Map.of(),
            view.text("statement-timeout").map(EndpointReader::time).orElse(USUAL_TIMEOUT));
    return new Result(
        new EndpointReader.Result(Optional.of(endpoint), Optional.empty()),
        Optional.of(new LogFolder(path.get(), logs, besides)));
  }

  private void overlap(List<String> logs) {
    bad(
        view.keyAt("logs"),
        "The logs " + String.join(" and ", logs) + " take the same files.",
        "Part their patterns: each file belongs to one log, by whose rule it goes.");
  }

  private Optional<Path> path(String written) {
    Location at = view.keyAt("folder");
    Optional<Path> path = settings.inside(written).map(root::resolve).map(Path::toAbsolutePath);
    if (path.isEmpty()) {
      faults.add(
          at,
          DataMapCode.REFERENCE_OUTSIDE,
          "The path of \"folder\" leads out of the workspace.",
          "Keep the folder inside, or give its absolute path.");
    }
    return path.map(Path::normalize);
  }

  private Optional<LogFiles> log(View log) {
    Rotation rotation = log.text("rotation").map(Rotation::of).orElse(Rotation.DAY);
    Optional<Dating> dating = dating(log);
    Optional<Rhythm> rhythm =
        log.text("since").map(day -> new Rhythm(log.says("every", "hour"), LocalDate.parse(day)));
    if (dating.isPresent() && rhythm.isPresent() && !shows(dating.get(), rhythm.get(), rotation)) {
      bad(
          log.keyAt("every"),
          "Whether each "
              + log.text("every").orElse("day")
              + " has entries does not show in how the files of this log are dated.",
          "Date it by content, or leave out every and since.");
    }
    return dating.map(d -> new LogFiles(log.texts("files"), d, rotation, rhythm, log.text("live")));
  }

  /** One file must stand for one hour or day, or tell of each by itself. */
  private static boolean shows(Dating dating, Rhythm rhythm, Rotation rotation) {
    return switch (dating) {
      case Dating.ByContent content ->
          !rhythm.hourly() || unit(content.pattern()).compareTo(ChronoUnit.HOURS) <= 0;
      case Dating.ByName(String pattern, Says says) ->
          (rotation == Rotation.HOUR || (rotation == Rotation.DAY && !rhythm.hourly()))
              && unit(pattern).compareTo(rhythm.hourly() ? ChronoUnit.HOURS : ChronoUnit.DAYS) <= 0;
      case Dating.ByChange _ -> false;
    };
  }

  private static ChronoUnit unit(String pattern) {
    return StampForm.of(pattern).map(StampForm::unit).orElse(ChronoUnit.FOREVER);
  }

  private Optional<Dating> dating(View log) {
    if (log.says("dated", "mtime")) {
      return Optional.of(new Dating.ByChange());
    }
    Optional<Spot> pattern = log.spot("pattern");
    boolean byName = log.says("dated", "name");
    Optional<StampForm> form = pattern.flatMap(p -> StampForm.of(p.text()));
    if (form.isEmpty() || !(byName || form.get().hasDay())) {
      bad(
          pattern.map(Spot::at).orElse(log.at()),
          pattern
              .map(p -> "%s is no pattern of a date.".formatted(Said.quote(p.text())))
              .orElse("A log dated by name or content needs a pattern."),
          "Write year, month and day as the files have them, for example: yyyy-MM-dd, or"
              + " dd/MMM/yyyy:HH:mm:ss Z, or iso. A stamp without a year cannot be dated.");
      return Optional.empty();
    }
    String text = pattern.orElseThrow().text();
    return Optional.of(
        byName
            ? new Dating.ByName(text, log.says("name-says", "end") ? Says.END : Says.BEGIN)
            : new Dating.ByContent(text, log.text("after").orElse("")));
  }

  private void bad(Location at, String what, String mend) {
    faults.add(at, DataMapCode.BAD_LOG, what, mend);
  }
}
