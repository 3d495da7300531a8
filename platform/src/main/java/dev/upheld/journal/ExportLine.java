package dev.upheld.journal;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an export that hold no entry; each has exactly one way to be written. */
sealed interface ExportLine {

  /** The first line. */
  record Head() implements ExportLine {
    private static final Pattern LINE =
        Pattern.compile("\\{\"journal\":\\{\"form\":1,\"made\":\"[0-9T:.Z-]{20,30}\"\\}\\}");
  }

  /**
   * A public key that checkpoints were signed with.
   *
   * @param id as the line says
   * @param encoded base64
   */
  record Key(String id, String encoded) implements ExportLine {
    private static final Pattern LINE =
        Pattern.compile(
            "\\{\"key\":\\{\"id\":\"([0-9a-f]{32})\",\"public\":\"([A-Za-z0-9+/=]{40,200})\"\\}\\}");
  }

  /**
   * A key vouches for the one that follows it.
   *
   * @param from id of the key that signed
   * @param encoded the key that follows, base64
   * @param to its id, as the line says
   * @param signature base64
   */
  record Handover(String from, String encoded, String to, String signature) implements ExportLine {
    private static final Pattern LINE =
        Pattern.compile(
            "\\{\"handover\":\\{\"form\":1,\"from\":\"([0-9a-f]{32})\","
                + "\"public\":\"([A-Za-z0-9+/=]{40,200})\",\"to\":\"([0-9a-f]{32})\"\\},"
                + "\"signature\":\"([A-Za-z0-9+/]{86}==)\"\\}");
  }

  /**
   * A checkpoint, behind the entry it vouches for.
   *
   * @param checkpoint not yet verified
   */
  record Seal(Checkpoint checkpoint) implements ExportLine {}

  /**
   * The last line.
   *
   * @param checkpoints how many stand in the file
   * @param entries how many stand in the file
   * @param sum SHA-256 of all bytes before this line
   */
  record End(long checkpoints, long entries, Hash sum) implements ExportLine {
    private static final Pattern LINE =
        Pattern.compile(
            "\\{\"end\":\\{\"checkpoints\":(0|[1-9][0-9]{0,15}),\"entries\":(0|[1-9][0-9]{0,15}),"
                + "\"sha256\":\"([0-9a-f]{64})\"\\}\\}");
  }

  /** Empty when it is none of them. */
  static Optional<ExportLine> parse(String line) {
    if (line.startsWith("{\"checkpoint\":")) {
      return Checkpoint.parse(line).map(Seal::new);
    }
    Matcher key = Key.LINE.matcher(line);
    if (key.matches()) {
      return Optional.of(new Key(key.group(1), key.group(2)));
    }
    Matcher handover = Handover.LINE.matcher(line);
    if (handover.matches()) {
      return Optional.of(
          new Handover(handover.group(1), handover.group(2), handover.group(3), handover.group(4)));
    }
    Matcher end = End.LINE.matcher(line);
    if (end.matches()) {
      return Optional.of(
          new End(
              Long.parseLong(end.group(1)),
              Long.parseLong(end.group(2)),
              Hash.of(HexFormat.of().parseHex(end.group(3)))));
    }
    return Head.LINE.matcher(line).matches() ? Optional.of(new Head()) : Optional.empty();
  }
}
