package dev.upheld.store;

import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates the data of an instance, and refuses data this server cannot or must not use. */
record Cluster(Instance instance, Account account, Binaries binaries) {
  static final String SUPERUSER = "upheld_admin";
  private static final Duration CREATING = Duration.ofMinutes(5);
  private static final Duration QUICK = Duration.ofSeconds(30);

  /** Makes sure there is usable data; creates it whole or not at all. */
  void prepare(boolean durable, Progress progress) {
    sweep();
    refuseUnreachable();
    String version = runnableVersion();
    if (!instance.hasData()) {
      progress.report("creating the database", 0, 0);
      create(durable);
      return;
    }
    Instance.refuseUnless(instance.data(), account.uid(), "700");
    refuseOtherVersion(version);
  }

  /** Asks the server itself, as the user who will run it: a cheap proof that it can run at all. */
  private String runnableVersion() {
    List<String> ask = List.of(binaries.program("postgres").toString(), "--version");
    Command.Result said = account.run(QUICK, ask);
    if (said.ok()) {
      return said.output().replaceFirst("(?s).*?(\\d+).*", "$1");
    }
    if (Command.run(QUICK, ask).ok()) {
      throw StoreProblem.HOME.because(
          "The user " + account.name() + " cannot reach " + binaries.folder() + ".",
          "Let others walk through its parent folders (chmod o+x), or choose another UPHELD_HOME.");
    }
    throw StoreProblem.BINARIES.because(
        "The embedded PostgreSQL does not run here: " + said.lastLine(),
        "Install what is missing, allow programs on that disk, or use a server of your own.");
  }

  private void refuseUnreachable() {
    String folder = instance.folder().toString();
    if (!account.run(QUICK, List.of("test", "-x", folder)).ok()) {
      throw StoreProblem.HOME.because(
          "The user " + account.name() + ", who runs the server, cannot reach " + folder + ".",
          "Let others walk through its parent folders (chmod o+x), or choose another UPHELD_HOME.");
    }
  }

  private void refuseOtherVersion(String version) {
    String found =
        Disk.read(instance.data().resolve("PG_VERSION")).map(String::strip).orElse("unknown");
    if (!found.equals(version)) {
      throw StoreProblem.VERSION.because(
          "The data in "
              + instance.data()
              + " is of PostgreSQL "
              + found
              + ", this is PostgreSQL "
              + version
              + ".",
          "Dump it with PostgreSQL "
              + found
              + " and load it into a new home, or use the Upheld that wrote it.");
    }
  }

  private void create(boolean durable) {
    Secret<String> password = instance.newPassword();
    Path fresh = instance.folder().resolve("data.new-" + UUID.randomUUID());
    Path lent = instance.folder().resolve("password.new-" + UUID.randomUUID());
    try {
      Files.createDirectory(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      account.own(fresh);
      Disk.write(lent, password.reveal(), "rw-------");
      account.own(lent);
      Command.Result result = account.run(CREATING, initdb(fresh, lent, durable));
      if (!result.ok()) {
        throw failure(result);
      }
      Files.move(fresh, instance.data());
    } catch (IOException e) {
      throw Disk.problem(e, "create", fresh);
    } finally {
      Disk.deleteTree(lent);
      Disk.deleteTree(fresh);
    }
  }

  private List<String> initdb(Path folder, Path passwordFile, boolean durable) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb").toString());
    command.add("--pgdata=" + folder);
    command.add("--username=" + SUPERUSER);
    command.add("--pwfile=" + passwordFile);
    command.add("--auth=scram-sha-256");
    command.add("--data-checksums");
    command.add("--encoding=UTF8");
    // The server's own rules for letters: the same on every machine, whatever locales it has.
    command.add("--locale=C");
    command.add("--locale-provider=builtin");
    command.add("--builtin-locale=C.UTF-8");
    if (!durable) {
      command.add("--no-sync");
    }
    return command;
  }

  private dev.upheld.kernel.ProblemException failure(Command.Result result) {
    if (Disk.saysFull(result.output())) {
      return StoreProblem.DISK_FULL.because(
          "The database could not be created in " + instance.folder() + ": the disk is full.",
          "Free some space or point UPHELD_HOME to a larger disk; nothing half made is left behind.");
    }
    if (Thread.currentThread().isInterrupted()) {
      return StoreProblem.INTERRUPTED.because(
          "Creating the database was interrupted.",
          "Start again; nothing half made is left behind.");
    }
    if (result.output().contains("could not look up effective user ID")) {
      return StoreProblem.ACCOUNT.because(
          "The user we run as has no entry in the user list, PostgreSQL insists on one.",
          "Add an entry to /etc/passwd for it, or use a PostgreSQL server of your own.");
    }
    return StoreProblem.INIT.because(
        "The database could not be created in " + instance.folder() + ": " + errorLine(result),
        "Check that the folder can be written and the disk is sound.");
  }

  /** initdb knows no personal data, so its own words may be shown. */
  private static String errorLine(Command.Result result) {
    return result
        .output()
        .lines()
        .filter(l -> l.contains("error:") || l.contains("FATAL:"))
        .findFirst()
        .map(String::strip)
        .orElseGet(() -> "exit code " + result.exit());
  }

  /** What a killed run left half made; we hold the lock, so nobody is working on it. */
  private void sweep() {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(instance.folder(), "{data,password}.new-*")) {
      leftovers.forEach(Disk::deleteTree);
    } catch (IOException e) {
      throw Disk.problem(e, "read", instance.folder());
    }
  }
}
