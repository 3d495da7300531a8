package dev.upheld.crypto;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/**
 * A shelf for tests without a database: sealed data keys in a folder, one file each.
 *
 * @param folder created when missing
 */
public record KeyFolder(Path folder) implements KeyShelf {
  private static final String ENDING = ".datakey";
  private static final int LINES = 4;

  public KeyFolder {
    KeyFiles.folder(folder);
  }

  @Override
  public List<WrappedKey> all() {
    return KeyFiles.ending(folder, ENDING).stream()
        .flatMap(file -> KeyFiles.secret(file).map(text -> parse(file, text)).stream())
        .toList();
  }

  private static WrappedKey parse(Path file, String text) {
    List<String> lines = text.lines().toList();
    try {
      if (lines.size() == LINES) {
        UUID id = UUID.fromString(file.getFileName().toString().replace(ENDING, ""));
        return new WrappedKey(
            new WrappedKey.Name(id, lines.get(0), Instant.parse(lines.get(1))),
            lines.get(2),
            lines.get(3));
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // told below
    }
    throw CryptoProblem.KEY_BROKEN.because(
        "The file " + file + " holds no data key.",
        "Put it back from your own copy of the folder.");
  }

  @Override
  public void put(WrappedKey key) {
    KeyFiles.write(
        file(key.name().id()),
        String.join(
                "\n",
                key.name().purpose(),
                key.name().madeAt().toString(),
                key.master(),
                key.wrapped())
            + "\n");
  }

  @Override
  public void remove(UUID id) {
    KeyFiles.delete(file(id));
  }

  private Path file(UUID id) {
    return folder.resolve(id + ENDING);
  }
}
