package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The parser's events, with every failure of the parser turned into a {@link Problem}. */
final class YamlEvents {
  private final String file;
  private final ParserImpl parser;
  private Location last;

  YamlEvents(String file, String text) {
    this.file = file;
    this.last = new Location(file, 1, 1);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /**
   * The next event; there always is one until the end of the stream was handed out.
   *
   * @throws ProblemException where the text is not YAML
   */
  Event next() {
    try {
      Event event = parser.next();
      last = at(event);
      return event;
    } catch (MarkedYamlEngineException e) {
      throw syntax(e.getProblemMark().map(this::at).orElse(last), said(e));
    } catch (RuntimeException e) {
      // Not a marked fault of the YAML (for example an impossible escape): still the file's fault.
      throw syntax(last, "The text after this place cannot be read as YAML.");
    }
  }

  Location at(Event event) {
    return event.getStartMark().map(this::at).orElse(last);
  }

  private Location at(Mark mark) {
    return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String said(MarkedYamlEngineException e) {
    String context = Optional.ofNullable(e.getContext()).map(c -> c + ": ").orElse("");
    String problem = Optional.ofNullable(e.getProblem()).orElse("unreadable");
    StringBuilder clean = new StringBuilder("This is not YAML: ");
    (context + problem)
        .codePoints()
        .limit(300)
        .map(c -> YamlText.isAllowed(c) && !Character.isISOControl(c) ? c : ' ')
        .forEach(clean::appendCodePoint);
    return clean.append('.').toString();
  }

  private static ProblemException syntax(Location at, String what) {
    return new ProblemException(
        Problem.at(
            at,
            YamlCode.SYNTAX,
            what,
            "Look for a missing colon, quote or bracket, a tab, or wrong indentation before it."));
  }
}
