package dev.upheld.duty.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk with little room, where the machine lets one be mounted. */
final class SmallDisk {
  private static final int PATIENCE_SECONDS = 20;

  private SmallDisk() {}

  /** Mounts one of a megabyte; an empty path where that may not be done. */
  static Path mounted(Path at) {
    return does("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", at.toString()) ? at : Path.of("");
  }

  static void unmount(Path at) {
    if (!does("umount", at.toString())) {
      throw new AssertionError("the small disk is still mounted");
    }
  }

  private static boolean does(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var _ = process.getInputStream().readAllBytes();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
