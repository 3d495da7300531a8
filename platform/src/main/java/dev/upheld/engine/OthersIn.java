package dev.upheld.engine;

import dev.upheld.datamap.values.ContactsIn;
import dev.upheld.engine.Screened.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds other people in a text: mail addresses, telephone numbers, and names of two words or more
 * that the company knows.
 *
 * @param countries whose national way of writing numbers is understood
 * @param names known ones, folded
 */
record OthersIn(List<String> countries, Set<String> names) {
  private static final String BLACK = "\u2588\u2588\u2588\u2588";
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'\u2019-]*");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s+(?:(?:de|du|la|le|van|von|der|den|di|da|el|al|bin|ben)\\s+){0,2}");
  private static final int LONGEST_NAME = 3;
  private static final int AROUND = 40;

  /** A piece of the text. */
  record Piece(Kind kind, int start, int end, String folded) {}

  List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (ContactsIn.Found found : ContactsIn.of(text, countries)) {
      pieces.add(
          new Piece(
              Screened.kind(found.kind()),
              found.start(),
              found.end(),
              ContactsIn.folded(found.kind(), found.value())));
    }
    if (!names.isEmpty()) {
      for (Piece name : sequences(text)) {
        boolean free =
            pieces.stream().noneMatch(p -> p.start() < name.end() && name.start() < p.end());
        if (free && names.contains(name.folded())) {
          pieces.add(name);
        }
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::start));
    return pieces;
  }

  /** What may be a name: two or three words with a capital each; longer ones first. */
  static Set<String> candidates(String text) {
    Set<String> candidates = new LinkedHashSet<>();
    sequences(text).forEach(s -> candidates.add(text.substring(s.start(), s.end())));
    return candidates;
  }

  private static List<Piece> sequences(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
    }
    List<Piece> sequences = new ArrayList<>();
    for (int length = LONGEST_NAME; length > 1; length--) {
      for (int first = 0; first + length <= words.size(); first++) {
        if (areNeighbours(text, words.subList(first, first + length))) {
          int start = words.get(first)[0];
          int end = words.get(first + length - 1)[1];
          sequences.add(
              new Piece(Kind.NAME, start, end, Screened.folded(text.substring(start, end))));
        }
      }
    }
    return sequences;
  }

  private static boolean areNeighbours(String text, List<int[]> words) {
    for (int i = 1; i < words.size(); i++) {
      String between = text.substring(words.get(i - 1)[1], words.get(i)[0]);
      if (!BETWEEN.matcher(between).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The text with these pieces blacked out. */
  static String without(String text, List<Piece> pieces, Predicate<Piece> out) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (Piece piece : pieces) {
      if (piece.start() >= from && out.test(piece)) {
        left.append(text, from, piece.start()).append(BLACK);
        from = piece.end();
      }
    }
    return left.append(text, from, text.length()).toString();
  }

  /** Some words around a piece, with all pieces blacked out. */
  static String context(String text, List<Piece> pieces, Piece at) {
    int start = Math.max(0, at.start() - AROUND);
    int end = Math.min(text.length(), at.end() + AROUND);
    for (Piece piece : pieces) {
      if (piece.start() < start && start < piece.end()) {
        start = piece.end();
      }
      if (piece.start() < end && end < piece.end()) {
        end = piece.start();
      }
    }
    String before = blackened(text, pieces, start, at.start());
    String after = blackened(text, pieces, at.end(), end);
    return (start > 0 ? "\u2026" : "")
        + before
        + BLACK
        + after
        + (end < text.length() ? "\u2026" : "");
  }

  private static String blackened(String text, List<Piece> pieces, int start, int end) {
    List<Piece> within =
        pieces.stream()
            .filter(p -> p.start() >= start && p.end() <= end)
            .map(p -> new Piece(p.kind(), p.start() - start, p.end() - start, p.folded()))
            .toList();
    return without(text.substring(start, end), within, p -> true);
  }
}
