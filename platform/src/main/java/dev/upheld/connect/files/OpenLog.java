package dev.upheld.connect.files;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Optional;

/** One log of an open folder: which files are its own, and how old they are. */
final class OpenLog {
  private final String name;
  private final LogFiles log;
  private final LogFolder logs;
  private final OpenFolder folder;
  private final Ages ages;
  private List<LogFile> files = List.of();

  /**
   * Looks at nothing yet.
   *
   * @param check called while files are read; throws to end it
   * @throws ProblemException where the folder has no such log
   */
  OpenLog(SystemEntry system, OpenFolder folder, TableName table, Runnable check) {
    this.logs = FilesConnector.of(system);
    this.name = table.name();
    this.log =
        Optional.ofNullable(logs.logs().get(name))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            ConnectProblem.GONE,
                            "System " + system.id() + " has no log " + name + ".",
                            "Name it under logs in systems.yaml, or correct the data map.")));
    this.folder = folder;
    this.ages = new Ages(folder, log, system.zone(), check);
  }

  /** As it is declared. */
  LogFiles log() {
    return log;
  }

  /** Its files as they are now. */
  List<LogFile> files() {
    files = folder.list().stream().filter(f -> log.takes(f.name().toString())).toList();
    return files;
  }

  /** Whether another log takes the file as well: then nobody can say by whose rule it goes. */
  boolean isShared(LogFile file) {
    return logs.takers(file.name().toString()).size() > 1;
  }

  /** How old a file is, which was listed last; of one that is shared, nobody can tell. */
  Age age(LogFile file) {
    return isShared(file)
        ? new Age.Unknown("another log of the folder takes it as well")
        : ageAlone(file);
  }

  /** The same as if no other log took the file. */
  Age ageAlone(LogFile file) {
    return ages.of(file, files);
  }

  /** Whether it is the one that is written now. */
  boolean isLive(LogFile file) {
    return ages.isLive(file);
  }
}
