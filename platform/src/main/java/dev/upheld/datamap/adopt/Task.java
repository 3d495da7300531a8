package dev.upheld.datamap.adopt;

/**
 * Something a person must look at in the new workspace.
 *
 * @param file relative to the workspace
 * @param line first line is 1; 0 means the file as a whole
 * @param what in one sentence
 */
public record Task(String file, int line, String what) {
  /** {@code charter.yaml:12}. */
  public String where() {
    return line == 0 ? file : file + ":" + line;
  }
}
