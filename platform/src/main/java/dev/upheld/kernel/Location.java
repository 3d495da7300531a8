package dev.upheld.kernel;

/**
 * A place in a file a person can open.
 *
 * @param file the path as the user would write it, relative to the workspace where it lies inside
 * @param line first line is 1; 0 means the file as a whole
 * @param column first column is 1; 0 means the line as a whole
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

  /** The file as a whole, for faults that have no line (it is missing, too large, not text). */
  public static Location wholeFile(String file) {
    return new Location(file, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, the form editors and terminals make clickable. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
