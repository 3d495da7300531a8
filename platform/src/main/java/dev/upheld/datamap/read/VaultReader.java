package dev.upheld.datamap.read;

import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads where an archive of encrypted files lies, and where its key is found. */
final class VaultReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(30);

  private final View view;
  private final Path root;
  private final Settings settings;
  private final Faults faults;

  VaultReader(View view, Path root, References references, Faults faults) {
    this.view = view;
    this.root = root;
    this.settings = new Settings(view, root, references, faults);
    this.faults = faults;
  }

  EndpointReader.Result read(String id) {
    Optional<Path> folder = settings.value("folder").map(String::strip).flatMap(this::path);
    Optional<Secret<String>> key = settings.value("key").map(String::strip).map(Secret::of);
    if (folder.isEmpty() || key.isEmpty()) {
      return new EndpointReader.Result(
          Optional.empty(), EndpointReader.unreachable(id, view, settings));
    }
    Duration longest =
        view.text("statement-timeout").map(EndpointReader::time).orElse(USUAL_TIMEOUT);
    return new EndpointReader.Result(
        Optional.of(
            new Endpoint(
                SystemEntry.VAULT,
                "",
                0,
                folder.get().toString(),
                "",
                key.get(),
                Map.of(),
                longest)),
        Optional.empty());
  }

  private Optional<Path> path(String written) {
    Optional<Path> path = settings.inside(written).map(root::resolve).map(Path::toAbsolutePath);
    if (path.isEmpty()) {
      faults.add(
          view.keyAt("folder"),
          DataMapCode.REFERENCE_OUTSIDE,
          "The path of \"folder\" leads out of the workspace.",
          "Keep the folder inside, or give its absolute path.");
    }
    return path.map(Path::normalize);
  }
}
