package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how one system is reached. */
final class EndpointReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(10);

  private final View view;
  private final Path root;
  private final References references;
  private final Settings settings;
  private final Faults faults;

  EndpointReader(View view, Path root, References references, Faults faults) {
    this.view = view;
    this.root = root;
    this.references = references;
    this.settings = new Settings(view, root, references, faults);
    this.faults = faults;
  }

  /**
   * How it is reached, or why not.
   *
   * @param endpoint empty for a system that is only declared, and where something is missing
   * @param unreachable empty for a system that is only declared
   */
  record Result(Optional<Endpoint> endpoint, Optional<Problem> unreachable) {}

  Result read(String id) {
    String kind = view.text("kind").orElse("");
    if (!SystemsLanguage.DATABASES.contains(kind) && !view.has("host")) {
      return new Result(Optional.empty(), Optional.empty());
    }
    Optional<String> host = settings.value("host");
    Optional<Integer> port = settings.port(kind.equals("postgres") ? 5432 : 3306);
    Optional<String> database = settings.value("database");
    Optional<String> user = settings.value("user");
    Optional<Secret<String>> password = settings.value("password").map(Secret::of);
    Map<String, String> options = options();
    boolean whole =
        host.isPresent()
            && port.isPresent()
            && database.isPresent()
            && user.isPresent()
            && password.isPresent();
    if (!whole) {
      return new Result(Optional.empty(), unreachable(id, view, settings));
    }
    return new Result(
        Optional.of(
            new Endpoint(
                kind.equals("mysql") ? "mariadb" : kind, // one driver serves both
                host.get(),
                port.get(),
                database.get(),
                user.get(),
                password.get(),
                options,
                view.text("statement-timeout").map(EndpointReader::time).orElse(USUAL_TIMEOUT))),
        Optional.empty());
  }

  /** The same place by the account that may change it; empty where none is named. */
  Optional<Endpoint> acting(Optional<Endpoint> access) {
    Optional<View> act = view.child("act");
    if (act.isEmpty() || access.isEmpty()) {
      return Optional.empty();
    }
    Settings own = new Settings(act.get(), root, references, faults);
    Optional<String> user = own.value("user");
    Optional<Secret<String>> password = own.value("password").map(Secret::of);
    return user.isPresent() && password.isPresent()
        ? Optional.of(access.get().as(user.get(), password.get()))
        : Optional.empty();
  }

  /** Why a system cannot be reached some of whose settings could not be resolved. */
  static Optional<Problem> unreachable(String id, View view, Settings settings) {
    List<String> reasons = settings.unresolved();
    String what =
        reasons.isEmpty()
            ? "something is missing under it"
            : reasons.stream().distinct().collect(Collectors.joining("; "));
    return Optional.of(
        Problem.at(
            view.at(),
            DataMapCode.REFERENCE_UNRESOLVED,
            "The system %s cannot be reached: %s.".formatted(Said.quote(id), what),
            "Set what is missing where this command runs."));
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("tls", view.text("tls").orElse("require"));
    view.spot("tls-root").flatMap(this::certificate).ifPresent(p -> options.put("tls-root", p));
    return options;
  }

  private Optional<String> certificate(Spot written) {
    Optional<Path> path = settings.inside(written.text());
    boolean absolute = Path.of(written.text()).isAbsolute();
    if (path.isEmpty() || (!absolute && !Workfiles.isPresent(root, written.text()))) {
      faults.add(
          written.at(),
          DataMapCode.FILE_MISSING,
          "There is no certificate %s in the workspace.".formatted(Said.quote(written.text())),
          "Put it there, or give its absolute path.");
      return Optional.empty();
    }
    return path.map(Path::toString);
  }

  static Duration time(String text) {
    int blank = text.indexOf(' ');
    long count = Long.parseLong(text.substring(0, blank));
    return text.startsWith("minute", blank + 1)
        ? Duration.ofMinutes(count)
        : Duration.ofSeconds(count);
  }
}
