package dev.upheld.charter;

import dev.upheld.charter.BadCharters.Edit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Workspaces for tests: the one that says everything once, and copies of it with an edit. */
public final class Workspaces {
  /** Marks, in a replacement, the place where a fault is expected. */
  public static final String MARK = "<!>";

  /** The day on which all tests look at their charters. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final Path FULL = Path.of("src", "test", "resources", "charter", "full");

  private Workspaces() {}

  /** The workspace that says everything the language can say. */
  public static Path full() {
    return FULL;
  }

  /** Its charter as text. */
  public static String fullCharter() {
    return text(FULL.resolve(Charters.FILE));
  }

  public static CharterReading read(Path workspace) {
    return Charters.read(workspace, DAY);
  }

  /** Copies the full workspace, with another charter. */
  public static Path with(Path folder, String charter) {
    copy(FULL, folder);
    write(folder.resolve(Charters.FILE), charter);
    return folder;
  }

  /**
   * A text with one edit.
   *
   * @param place {@code line:column} of the mark in the result; {@code 0:0} without mark
   */
  public record Edited(String text, String place) {

    /** Makes edits one after the other, each of something that stands there exactly once. */
    public static Edited of(String text, List<Edit> edits) {
      String marked = text;
      for (Edit edit : edits) {
        int at = marked.indexOf(edit.from());
        if (at < 0 || at != marked.lastIndexOf(edit.from())) {
          throw new IllegalArgumentException("must stand there exactly once: " + edit.from());
        }
        marked = marked.replace(edit.from(), edit.to());
      }
      int mark = marked.indexOf(MARK);
      String clean = marked.replace(MARK, "");
      return mark < 0 ? new Edited(clean, "0:0") : new Edited(clean, place(clean, mark));
    }

    private static String place(String text, int at) {
      List<String> lines = text.substring(0, at).lines().toList();
      boolean fresh = at == 0 || text.charAt(at - 1) == '\n';
      int line = fresh ? lines.size() + 1 : lines.size();
      return line + ":" + (fresh ? 1 : lines.getLast().length() + 1);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
