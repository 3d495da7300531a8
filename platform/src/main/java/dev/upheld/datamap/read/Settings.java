package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one system that may stand elsewhere. A reference that leads nowhere is no fault
 * of the file: it is remembered as the reason why the system cannot be reached from here.
 */
final class Settings {
  private final View system;
  private final Path root;
  private final References references;
  private final Faults faults;
  private final List<String> unresolved = new ArrayList<>();

  Settings(View system, Path root, References references, Faults faults) {
    this.system = system;
    this.root = root.toAbsolutePath().normalize();
    this.references = references;
    this.faults = faults;
  }

  /** The value of a setting, wherever it stands. */
  Optional<String> value(String key) {
    return system.spot(key).flatMap(spot -> resolve(key, spot));
  }

  /** The port, or the usual one when none is given. */
  Optional<Integer> port(int usual) {
    if (!system.has("port")) {
      return Optional.of(usual);
    }
    Optional<String> text = value("port");
    Optional<Integer> port = text.flatMap(Settings::portOf);
    if (text.isPresent() && port.isEmpty()) {
      unresolved.add("the value of port is no port number");
    }
    return port;
  }

  private static Optional<Integer> portOf(String text) {
    if (!text.strip().matches("[1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text.strip());
    return port <= 65_535 ? Optional.of(port) : Optional.empty();
  }

  /** Why settings could not be resolved; empty when all could. */
  List<String> unresolved() {
    return List.copyOf(unresolved);
  }

  private Optional<String> resolve(String key, Spot spot) {
    String text = spot.text();
    if (text.startsWith("env:")) {
      String name = text.substring("env:".length());
      return orRemember(
          references.variable(name).filter(value -> !value.isBlank()),
          "the environment variable %s (%s) is not set".formatted(name, key));
    }
    if (text.startsWith("file:")) {
      return file(key, text.substring("file:".length()), spot);
    }
    return Optional.of(text);
  }

  private Optional<String> file(String key, String path, Spot spot) {
    Optional<Path> file = inside(path);
    if (file.isEmpty()) {
      faults.add(
          spot.at(),
          DataMapCode.REFERENCE_OUTSIDE,
          "The path of %s leads out of the workspace.".formatted(Said.quote(key)),
          "Keep the file inside, or give its absolute path.");
      return Optional.empty();
    }
    return orRemember(
        references.file(file.get()).filter(value -> !value.isBlank()),
        "the file %s (%s) is not there, empty, or no text".formatted(path, key));
  }

  /** An absolute path as it is, a relative one when it stays inside the workspace. */
  Optional<Path> inside(String written) {
    Path path = Path.of(written);
    if (path.isAbsolute()) {
      return Optional.of(path);
    }
    Path resolved = root.resolve(path).normalize();
    return resolved.startsWith(root) && Workfiles.staysInside(root, resolved)
        ? Optional.of(resolved)
        : Optional.empty();
  }

  private Optional<String> orRemember(Optional<String> value, String reason) {
    if (value.isEmpty()) {
      unresolved.add(reason);
    }
    return value;
  }
}
