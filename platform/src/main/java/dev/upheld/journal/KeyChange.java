package dev.upheld.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the journal says when another key signs its checkpoints from now on.
 *
 * @param old id of the key that signs no more
 * @param fresh id of the key that follows
 */
record KeyChange(String old, String fresh) {
  private static final String KIND = "journal.key-changed";
  private static final int LONGEST = 400;
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\{\"actor\":null,\"at\":\"[0-9T:.Z-]+\",\"facts\":\\{\"new\":\"([0-9a-f]{32})\",\"old\":\"([0-9a-f]{32})\"\\},"
              + "\"form\":1,\"kind\":\"journal\\.key-changed\",.*");

  Draft draft() {
    return Draft.of(KIND, Map.of("old", old, "new", fresh));
  }

  /** Read from a line of an export; empty when the entry says something else. */
  static Optional<KeyChange> in(byte[] line, int end) {
    if (end > LONGEST) {
      return Optional.empty();
    }
    Matcher parts =
        ENTRY.matcher(
            new String(line, EntryLine.START, end - EntryLine.START, StandardCharsets.UTF_8));
    return parts.matches()
        ? Optional.of(new KeyChange(parts.group(2), parts.group(1)))
        : Optional.empty();
  }
}
