package dev.upheld.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fenced blocks of a Markdown page, in order, with the words that follow the fence. */
public record Page(List<Block> blocks) {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /**
   * @param language {@code sh}, {@code sql}, {@code yaml}
   * @param notes {@code exit=3} gives {@code exit} to {@code 3}; a bare word stands for itself
   */
  public record Block(String language, Map<String, String> notes, String text) {}

  /** The blocks of a page. */
  public static Page parse(String markdown) {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(markdown);
    while (fence.find()) {
      Map<String, String> notes = new HashMap<>();
      for (String note : fence.group(2).strip().split("\\s+", -1)) {
        int equals = note.indexOf('=');
        if (!note.isEmpty()) {
          notes.put(
              equals < 0 ? note : note.substring(0, equals),
              equals < 0 ? note : note.substring(equals + 1));
        }
      }
      blocks.add(new Block(fence.group(1), notes, fence.group(3)));
    }
    return new Page(blocks);
  }

  /** The words of a command line, quotes honoured, a redirection dropped. */
  public static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(line);
    while (word.find()) {
      if (word.group().equals(">")) {
        break;
      }
      words.add(
          Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst().orElse(""));
    }
    return words;
  }
}
