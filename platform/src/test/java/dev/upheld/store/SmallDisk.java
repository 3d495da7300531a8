package dev.upheld.store;

import dev.upheld.testing.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A folder that can be full: a small file system where we may mount one, else a limit on files. */
interface SmallDisk extends AutoCloseable {

  /**
   * @param folder becomes the disk; must exist and be empty
   * @param size as mount wants it: {@code 30M}
   */
  static SmallDisk on(Path folder, String size) {
    Command.Result mounted =
        Command.run(
            Duration.ofSeconds(20),
            List.of("mount", "-t", "tmpfs", "-o", "mode=0711,size=" + size, "tmpfs", "" + folder));
    if (!mounted.ok()) {
      System.out.println("We may not mount a small disk here; a limit on files stands in.");
      return new Limited();
    }
    return new Mounted(folder);
  }

  /** Which of the two it is, for the report. */
  String kind();

  /** What comes before a command so that it meets the full disk. */
  List<String> before();

  /** Uses up what is free. */
  void fill();

  /** Takes away what {@link #fill} put there. */
  void empty();

  /** The administrator has found more space. */
  void makeRoom();

  @Override
  void close();

  /** Starts a server in a process of its own; the code of the problem, empty when it started. */
  default String start(TestHome home) {
    return run(home.folder(), TestFolders.programs());
  }

  /** Starts a server whose programs must be unpacked first. */
  default String startUnpacking(TestHome home, Path programs) {
    return run(home.folder(), programs);
  }

  private String run(Path home, Path programs) {
    try (Child child =
        Child.start(home, programs, before(), System.getProperty("java.class.path"))) {
      child.tell("exit");
      child.awaitEnd();
      Optional<String> problem = child.last("PROBLEM ");
      return problem.map(p -> p.substring("PROBLEM ".length())).orElse("");
    }
  }

  /** A file system in memory. */
  record Mounted(Path folder) implements SmallDisk {
    @Override
    public String kind() {
      return "a small file system";
    }

    @Override
    public List<String> before() {
      return List.of();
    }

    @Override
    public void fill() {
      Command.run(
          Duration.ofSeconds(20), List.of("dd", "if=/dev/zero", "of=" + folder.resolve("filler")));
    }

    @Override
    public void empty() {
      TestHome.command("rm", folder.resolve("filler").toString());
    }

    @Override
    public void makeRoom() {
      TestHome.command("mount", "-o", "remount,size=150M", folder.toString());
    }

    @Override
    public void close() {
      TestHome.command("umount", "-l", folder.toString());
    }
  }

  /** No file may grow beyond some blocks. */
  final class Limited implements SmallDisk {
    /** Below the 16 MB of a log segment and the largest library; 4 or 8 MB, as the shell counts. */
    private static final String SOME = "8192";

    private Optional<String> limit = Optional.of(SOME);

    @Override
    public String kind() {
      return "a limit on the size of files, as we may not mount";
    }

    @Override
    public List<String> before() {
      return limit
          .map(blocks -> List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"))
          .orElse(List.of());
    }

    @Override
    public void fill() {
      limit = Optional.of("0");
    }

    @Override
    public void empty() {
      makeRoom();
    }

    @Override
    public void makeRoom() {
      limit = Optional.empty();
    }

    @Override
    public void close() {
      makeRoom();
    }
  }
}
