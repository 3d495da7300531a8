package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a name says of a number: whose it is, and the word for number. {@code customer_no} is a
 * customer's, and so is {@code number} in the table of customers.
 *
 * @param owner words without the one for number; of the table where the column has no other
 * @param ownerIsTable whether the owner is the table
 * @param word what stands for number; empty when nothing does
 */
record NumberName(List<String> owner, boolean ownerIsTable, String word) {
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("no", "nr", "num", "number", "numero", "nummer", "numer", "nro", "numm"),
          Set.of("id", "uid", "uuid", "guid", "identifier", "key"),
          Set.of("ref", "reference", "referenz", "code"));

  private static final List<String> ENDINGS = List.of("number", "nummer", "numero");

  /** A word for what another system calls it. */
  private static final Set<String> FOREIGN =
      Set.of("external", "ext", "foreign", "remote", "crm", "erp", "legacy", "extern", "externe");

  static NumberName of(TableName table, String column) {
    List<String> words = new ArrayList<>(NameWords.of(column).inOrder());
    String word = "";
    if (!words.isEmpty() && isNumber(words.getLast())) {
      word = words.removeLast();
    } else if (!words.isEmpty() && isNumber(words.getFirst())) {
      word = words.removeFirst(); // numero_client
    } else if (!words.isEmpty()) {
      String last = words.getLast();
      for (String ending : ENDINGS) {
        if (last.length() > ending.length() + 2 && last.endsWith(ending)) {
          word = ending; // Kundennummer
          words.set(words.size() - 1, last.substring(0, last.length() - ending.length()));
        }
      }
    }
    boolean bare = words.isEmpty() && !word.isEmpty();
    return new NumberName(
        bare ? NameWords.of(table.name()).inOrder() : List.copyOf(words), bare, word);
  }

  private static boolean isNumber(String word) {
    return ALIKE.stream().anyMatch(words -> words.contains(word));
  }

  /** Whether the name ends as names of numbers do, and the owner is a person or another system. */
  boolean isNumber() {
    return !word.isEmpty() && (isOfPeople() || isForeign() || ownerIsTable);
  }

  boolean isOfPeople() {
    return !owner.isEmpty()
        && People.isOfPeople(new TableName(java.util.Optional.empty(), String.join("_", owner)));
  }

  boolean isForeign() {
    return owner.stream().anyMatch(FOREIGN::contains);
  }

  /** Whether both speak of the same people. */
  boolean sameOwner(NumberName other) {
    return !owner.isEmpty()
        && !other.owner.isEmpty()
        && Stems.same(owner.getLast(), other.owner.getLast())
        && isOfPeople()
        && other.isOfPeople();
  }

  /** Whether both have a word of the same sort for number. */
  boolean sameWord(NumberName other) {
    return ALIKE.stream().anyMatch(words -> words.contains(word) && words.contains(other.word));
  }
}
