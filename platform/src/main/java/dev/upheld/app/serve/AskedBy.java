package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Departed;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a request is about, in the words of the charter: after a death not whoever asks. */
final class AskedBy {
  private static final String MAIL = "pd:EmailAddress";

  private AskedBy() {}

  /**
   * The address the person proved, and what else an operator wrote: one {@code word: value} a line,
   * {@code customers: 4711}.
   *
   * @throws ProblemException when nothing is known, or the file was erased
   */
  static Subject of(Charter charter, CaseFile file) {
    Contents contents =
        file.contents()
            .orElseThrow(() -> problem("The file was erased.", "Nothing can be planned any more."));
    TreeMap<String, List<String>> words = new TreeMap<>();
    String address = address(file, contents);
    if (!address.isBlank()) {
      mailWords(charter).forEach(word -> add(words, word, address));
    }
    Deaths.departed(file)
        .map(Departed::identifiers)
        .orElse(contents.identifiers())
        .lines()
        .flatMap(line -> List.of(line.split("[,;]", -1)).stream())
        .map(part -> part.split("[:=]", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isBlank())
        .forEach(pair -> add(words, pair[0].strip(), pair[1].strip()));
    if (words.isEmpty()) {
      throw problem(
          "Neither an address nor a number of the person is known.",
          "Write it in the request, for example: customers: 4711");
    }
    return new Subject(words);
  }

  private static String address(CaseFile file, Contents contents) {
    return Deaths.departed(file).map(Departed::address).orElse(contents.email());
  }

  /** Addresses and names in a copy that are not those of other people. */
  static Set<String> known(CaseFile file) {
    return file.contents().stream()
        .flatMap(
            c ->
                Deaths.departed(file).isPresent()
                    ? Stream.of(address(file, c))
                    : Stream.of(c.email(), c.name()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.toSet());
  }

  /** Words of the charter that mean a mail address. */
  static List<String> mailWords(Charter charter) {
    return charter.words().vocabulary().entrySet().stream()
        .filter(e -> e.getValue().is().equals(MAIL))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void add(Map<String, List<String>> words, String word, String value) {
    words.computeIfAbsent(word, w -> new ArrayList<>()).add(value);
  }

  private static ProblemException problem(String what, String mend) {
    return new ProblemException(Problem.of(RequestProblem.PLAN, what, mend));
  }
}
