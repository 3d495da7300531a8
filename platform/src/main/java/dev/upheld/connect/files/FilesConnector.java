package dev.upheld.connect.files;

import dev.upheld.connect.Capability;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Set;

/** Folders of logs. */
public final class FilesConnector implements Connector {

  @Override
  public String kind() {
    return "files";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.DESCRIBE, Capability.COUNT_DUE, Capability.COUNT_GAPS);
  }

  @Override
  public Session open(SystemEntry system, Endpoint endpoint) {
    LogFolder folder = of(system);
    return new FilesSession(
        system, folder, OpenFolder.open(system.id(), folder.folder()), endpoint.statementTimeout());
  }

  static LogFolder of(SystemEntry system) {
    return system
        .folder()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ConnectProblem.UNFIT,
                        "System " + system.id() + " is no folder of logs.",
                        "Give it a folder in systems.yaml.")));
  }
}
