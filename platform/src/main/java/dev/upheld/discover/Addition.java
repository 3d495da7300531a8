package dev.upheld.discover;

import java.util.List;

/**
 * Lines that discover adds to a data map.
 *
 * @param after the line they follow in the file as it was; 0 at its beginning
 * @param lines without line ends; for something added within a line, just that
 */
public record Addition(int after, List<String> lines) {
  public Addition {
    lines = List.copyOf(lines);
  }
}
