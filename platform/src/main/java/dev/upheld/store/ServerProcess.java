package dev.upheld.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the processes of one instance, and never anybody else's: they run as the instance's user
 * and carry its data folder or its cluster name in their command line. The working folder would be
 * shorter to ask for, but root in a container may not read it.
 *
 * @param instance whose processes
 * @param uid the user the server runs as
 */
record ServerProcess(Instance instance, long uid) {

  /**
   * A running server.
   *
   * @param pid of its first process
   * @param port where it listens; 0 when it has not said so yet
   */
  record Running(long pid, int port) {}

  /** The running server, whoever started it. */
  Optional<Running> find() {
    List<String> file = pidFile();
    Optional<Long> named = line(file, 0).filter(this::isServer);
    return named
        .or(() -> first(this::isServer))
        .map(pid -> new Running(pid, line(file, 3).orElse(0L).intValue()));
  }

  boolean isAlive(Running server) {
    return isServer(server.pid());
  }

  /** Whether it says that it takes connections. */
  boolean isReady() {
    List<String> file = pidFile();
    return file.size() > 7 && file.get(7).equals("ready");
  }

  /** Children a killed server left behind; they end by themselves unless busy. */
  List<Long> leftovers() {
    return all(this::isChild);
  }

  /**
   * Removes the file of a server that is gone, when its number now belongs to something else: the
   * server would take that for itself and refuse to start.
   */
  void forgetDead() {
    Path file = instance.data().resolve("postmaster.pid");
    boolean taken = line(pidFile(), 0).filter(pid -> Files.exists(proc(pid))).isPresent();
    if (taken && find().isEmpty()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw Disk.problem(e, "remove", file);
      }
    }
  }

  private boolean isServer(long pid) {
    if (!ours(pid)) {
      return false;
    }
    List<String> words = commandLine(pid);
    int option = words.indexOf("-D");
    return option > 0
        && option + 1 < words.size()
        && words.getFirst().endsWith("/postgres")
        && words.get(option + 1).equals(instance.data().toString());
  }

  private boolean isChild(long pid) {
    List<String> words = ours(pid) ? commandLine(pid) : List.of();
    return !words.isEmpty()
        && words.getFirst().startsWith("postgres: " + instance.clusterName() + ": ");
  }

  private boolean ours(long pid) {
    try {
      return ((Number) Files.getAttribute(proc(pid), "unix:uid")).longValue() == uid;
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty for a process that is gone, and for one that is dead but not yet collected. */
  private static List<String> commandLine(long pid) {
    try {
      String raw = Files.readString(proc(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
      byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
      return raw.isEmpty()
          ? List.of()
          : List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path proc(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }

  private static Optional<Long> first(Predicate<Long> wanted) {
    return all(wanted).stream().findFirst();
  }

  private static List<Long> all(Predicate<Long> wanted) {
    List<Long> found = new ArrayList<>();
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      processes.map(ProcessHandle::pid).filter(wanted).forEach(found::add);
    }
    return found;
  }

  private List<String> pidFile() {
    return Disk.read(instance.data().resolve("postmaster.pid")).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .toList();
  }

  private static Optional<Long> line(List<String> lines, int index) {
    return Optional.of(index)
        .filter(i -> i < lines.size())
        .map(lines::get)
        .filter(l -> !l.isEmpty() && l.length() < 10 && l.chars().allMatch(Character::isDigit))
        .map(Long::valueOf);
  }
}
