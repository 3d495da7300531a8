package dev.upheld.app.serve;

import dev.upheld.engine.Outbox;
import dev.upheld.store.StoreHome;
import java.nio.file.Path;

/** The server's own outbox, for tests of other packages that kill whoever writes to it. */
public final class OutboxFolders {
  private OutboxFolders() {}

  /** The outbox of a home of Upheld. */
  public static Outbox in(Path home) {
    return OutboxFolder.in(new StoreHome(home));
  }
}
