package dev.upheld.charter.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says once what several sentences say alike. */
public final class Folding {
  private static final double ALIKE = 0.6;

  private Folding() {}

  /**
   * Sentences that differ in one stretch of words become one, with the stretches between braces:
   * {@code data stays in MA, but {crisp is in FR | twilio is in US}.}; in the order of the first of
   * each.
   */
  public static List<String> fold(List<String> sentences) {
    List<Frame> frames = new ArrayList<>();
    for (String sentence : sentences) {
      List<String> words = Arrays.asList(sentence.split(" ", -1));
      if (frames.stream().noneMatch(frame -> frame.take(words))) {
        frames.add(new Frame(words));
      }
    }
    return frames.stream().map(Frame::say).toList();
  }

  /** Sentences that begin and end alike. */
  private static final class Frame {
    private final List<List<String>> sentences = new ArrayList<>();
    private int head;
    private int tail;

    Frame(List<String> words) {
      sentences.add(words);
      head = words.size();
      tail = 0;
    }

    boolean take(List<String> words) {
      List<String> first = sentences.getFirst();
      int shortest = Math.min(first.size(), words.size());
      int same = 0;
      while (same < Math.min(head, shortest) && first.get(same).equals(words.get(same))) {
        same++;
      }
      int most = sentences.size() == 1 ? shortest - same : Math.min(tail, shortest - same);
      int end = 0;
      while (end < most
          && first.get(first.size() - 1 - end).equals(words.get(words.size() - 1 - end))) {
        end++;
      }
      int longest = Math.max(words.size(), sentences.stream().mapToInt(List::size).max().orElse(0));
      if (same + end < ALIKE * longest || same + end == shortest) {
        return false;
      }
      head = same;
      tail = end;
      sentences.add(words);
      return true;
    }

    String say() {
      List<String> first = sentences.getFirst();
      if (sentences.size() == 1) {
        return String.join(" ", first);
      }
      List<String> middle =
          sentences.stream().map(s -> String.join(" ", s.subList(head, s.size() - tail))).toList();
      List<String> parts = new ArrayList<>(first.subList(0, head));
      parts.add("{" + String.join(" | ", middle) + "}");
      parts.addAll(first.subList(first.size() - tail, first.size()));
      return String.join(" ", parts);
    }
  }
}
