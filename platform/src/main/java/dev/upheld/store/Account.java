package dev.upheld.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system user the server runs as. PostgreSQL refuses to run as root, so root hands
 * over to an unprivileged user; anybody else runs it as themselves.
 *
 * @param name the user's name
 * @param uid the user's number
 * @param switching what to put before a command so that it runs as this user; empty when we are it
 */
record Account(String name, long uid, List<String> switching) {
  /** Created on the first run as root, so that the data is not shared with another service. */
  static final String OWN_USER = "upheld";

  private static final Duration QUICK = Duration.ofSeconds(20);

  /**
   * @param wanted the user asked for; looked at only when we are root
   * @param data the data folder; when it exists, its owner must run the server
   */
  static Account choose(Optional<String> wanted, Path data) {
    long self = self();
    if (self != 0) {
      return new Account(System.getProperty("user.name", "?"), self, List.of());
    }
    String name = wanted.or(() -> ownerOf(data)).orElseGet(Account::unprivileged);
    long uid = number("-u", name).orElseThrow(() -> unknown(name));
    if (uid == 0) {
      throw StoreProblem.ACCOUNT.because(
          "PostgreSQL must not run as root, but " + name + " is root (or owns " + data + ").",
          "Name another user, or give the folder to an unprivileged user with chown -R.");
    }
    long gid = number("-g", name).orElseThrow(() -> unknown(name));
    return new Account(name, uid, switching(name, gid));
  }

  /** The number of the user we run as. Linux only, like the server. */
  static long self() {
    return uidOf(Path.of("/proc/self"));
  }

  /** The number of the owner of a file. */
  static long uidOf(Path path) {
    try {
      return ((Number) Files.getAttribute(path, "unix:uid")).longValue();
    } catch (IOException e) {
      throw Disk.problem(e, "read", path);
    }
  }

  /** Gives the file or folder to this user; nothing to do when we are it. */
  void own(Path path) {
    if (switching.isEmpty()) {
      return;
    }
    try {
      UserPrincipal user =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
      Files.getFileAttributeView(path, PosixFileAttributeView.class).setOwner(user);
    } catch (IOException e) {
      throw StoreProblem.ACCOUNT.because(
          "Cannot give " + path + " to the user " + name + ".",
          "Run Upheld as an ordinary user instead of root.",
          e);
    }
  }

  /** Runs a command as this user. */
  Command.Result run(Duration limit, List<String> command) {
    if (!switching.isEmpty() && switching.getFirst().equals("su")) {
      List<String> whole = new ArrayList<>(switching);
      whole.add(command.stream().map(Account::quoted).reduce((a, b) -> a + " " + b).orElse(""));
      return Command.run(limit, whole);
    }
    List<String> whole = new ArrayList<>(switching);
    whole.addAll(command);
    return Command.run(limit, whole);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static Optional<String> ownerOf(Path data) {
    if (!Files.isDirectory(data)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.getOwner(data).getName());
    } catch (IOException e) {
      throw Disk.problem(e, "read", data);
    }
  }

  private static String unprivileged() {
    if (exists(OWN_USER) || create()) {
      return OWN_USER;
    }
    return List.of("postgres", "nobody").stream()
        .filter(Account::exists)
        .findFirst()
        .orElseThrow(() -> unknown(OWN_USER));
  }

  private static boolean create() {
    Command.run(
        QUICK,
        List.of(
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            "/nonexistent",
            "--shell",
            "/usr/sbin/nologin",
            OWN_USER));
    // Asked again rather than trusting the exit code: another process may have created it
    // meanwhile.
    return exists(OWN_USER);
  }

  private static boolean exists(String name) {
    return number("-u", name).isPresent();
  }

  private static Optional<Long> number(String option, String name) {
    Command.Result id = Command.run(QUICK, List.of("id", option, "--", name));
    String said = id.output().strip();
    boolean isNumber = id.ok() && !said.isEmpty() && said.chars().allMatch(Character::isDigit);
    return isNumber ? Optional.of(Long.valueOf(said)) : Optional.empty();
  }

  /** Three tools, because slim images lack one or the other; each is tried once. */
  private static List<String> switching(String name, long gid) {
    List<List<String>> ways =
        List.of(
            List.of("setpriv", "--reuid=" + name, "--regid=" + gid, "--clear-groups", "--"),
            List.of("runuser", "-u", name, "--"),
            List.of("su", "-s", "/bin/sh", name, "-c"));
    for (List<String> way : ways) {
      List<String> probe = new ArrayList<>(way);
      probe.add("true");
      if (Command.run(QUICK, probe).ok()) {
        return way;
      }
    }
    throw StoreProblem.ACCOUNT.because(
        "We are root, but may not become the user " + name + ".",
        "Run Upheld as an ordinary user, or give the container CAP_SETUID and CAP_SETGID.");
  }

  private static dev.upheld.kernel.ProblemException unknown(String name) {
    return StoreProblem.ACCOUNT.because(
        "We are root and PostgreSQL refuses to run as root; there is no user "
            + name
            + " to run it.",
        "Create one (useradd --system " + OWN_USER + ") or run Upheld as an ordinary user.");
  }
}
