package dev.upheld.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What a folder held when it was complete: one line per file with size and checksum. A power cut
 * can leave files of the right size full of zeros, hence the checksum; 60 MB take tens of
 * milliseconds.
 */
final class Manifest {
  private static final String NAME = "MANIFEST";

  private Manifest() {}

  static void write(Path folder) throws IOException {
    Files.write(folder.resolve(NAME), lines(folder));
  }

  /** Whether the folder is there and exactly as when its manifest was written. */
  static boolean holds(Path folder) {
    Path manifest = folder.resolve(NAME);
    if (!Files.isRegularFile(manifest)) {
      return false;
    }
    try {
      return Files.readAllLines(manifest).equals(lines(folder));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> lines(Path folder) throws IOException {
    Set<String> lines = new TreeSet<>();
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.relativize(file).toString();
            if (!name.equals(NAME)) {
              lines.add(name + "\t" + content(file, attributes, buffer));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(lines);
  }

  private static String content(Path file, BasicFileAttributes attributes, ByteBuffer buffer)
      throws IOException {
    if (attributes.isSymbolicLink()) {
      return "-> " + Files.readSymbolicLink(file);
    }
    CRC32C crc = new CRC32C();
    try (FileChannel channel = FileChannel.open(file)) {
      for (int n = channel.read(buffer.clear()); n >= 0; n = channel.read(buffer.clear())) {
        crc.update(buffer.flip());
      }
    }
    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return attributes.size() + "\t" + Long.toHexString(crc.getValue()) + "\t" + mode;
  }
}
