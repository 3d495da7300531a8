package dev.upheld.datamap.classify;

import dev.upheld.datamap.values.EmailAddress;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.IpText;
import dev.upheld.datamap.values.PersonName;
import dev.upheld.datamap.values.PersonalNumbers;
import dev.upheld.datamap.values.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which keys of documents and key-value tables are names of fields, and which are data. Keys come
 * out of the data: one that may be somebody's is never shown.
 */
final class PartNames {
  private static final int LONGEST = 64;
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$@][\\p{L}\\p{N}_.$:/-]*");

  /** Numbers, days, UUIDs, digests. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[^\\p{L}]*|(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=.*[0-9])[0-9a-f]{12,}"
              + "|(?=(?:.*[0-9]){4})[\\p{L}\\p{N}_=-]{20,}|[0-9]{4}-[0-9]{2}.*");

  /** Of so many keys of one object, most seen but once or twice, each names a thing of its own. */
  private static final int MANY = 20;

  private PartNames() {}

  /** Whether the key is data by its form: no two objects need to have it. */
  static boolean isVariable(String key) {
    return key.length() > LONGEST
        || VARIABLE.matcher(key).matches()
        || EmailAddress.isIn(key)
        || PersonalNumbers.isOne(key)
        || Iban.isIban(key)
        || IpText.isAddress(key)
        || PhoneNumber.isPhone(key);
  }

  /**
   * Whether the key may be shown: it looks like a name, and several rows have it, or it is nothing
   * but words that mean personal data.
   */
  static boolean isShown(String key, int seen) {
    return IDENTIFIER.matcher(key).matches() && !isVariable(key) && (seen > 1 || isTerm(key));
  }

  private static boolean isTerm(String key) {
    NameWords words = Lexicon.words(key);
    return Lexicon.find(words).filter(f -> f.words() == words.inOrder().size()).isPresent();
  }

  /**
   * Whether the keys of one object, each with how many had it, are those of a map rather than names
   * of fields.
   */
  static boolean areData(Collection<String> keys, Collection<Integer> seen) {
    long rare = seen.stream().filter(n -> n <= 2).count();
    if (keys.size() >= MANY && rare * 5 >= keys.size() * 4L) {
      return true;
    }
    long people = keys.stream().filter(PartNames::isSomebody).count();
    return people >= 2 && people * 2 >= keys.size();
  }

  private static boolean isSomebody(String key) {
    List<String> words = NameWords.of(key).inOrder();
    if (words.isEmpty() || words.size() > 3 || isTerm(key)) {
      return false;
    }
    String name =
        String.join(
            " ",
            words.stream()
                .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .toList());
    return PersonName.isOne(name);
  }

  private static final Set<String> CONTAINERS =
      Set.of(
          "data",
          "payload",
          "attribute",
          "attributes",
          "meta",
          "metadata",
          "property",
          "properties",
          "props",
          "extra",
          "extras",
          "json",
          "document",
          "doc",
          "details",
          "info",
          "fields",
          "field",
          "values",
          "value",
          "content",
          "contents",
          "body",
          "object",
          "item",
          "items",
          "entry",
          "entries",
          "params",
          "parameters",
          "args",
          "options",
          "raw",
          "record",
          "row",
          "state",
          "snapshot",
          "new",
          "old",
          "before",
          "after",
          "context",
          "additional",
          "custom",
          "misc",
          "other",
          "root",
          "result",
          "results",
          "list",
          "map",
          "jsonb");

  /** Whether a name around others says nothing of what is in it: {@code payload}. */
  static boolean isContainer(String name) {
    return CONTAINERS.containsAll(NameWords.of(name).inOrder());
  }

  private static final Set<String> OF_KEYS =
      Set.of(
          "attribute",
          "attributes",
          "meta",
          "metadata",
          "property",
          "properties",
          "setting",
          "settings",
          "option",
          "options",
          "value",
          "values",
          "param",
          "params",
          "parameter",
          "parameters",
          "preference",
          "preferences",
          "data",
          "field",
          "fields",
          "extra",
          "info",
          "entry",
          "entries",
          "config",
          "eav",
          "details",
          "custom");

  /** Whose keys and values a table holds: {@code user_attribute} has those of users. */
  static String owner(String table) {
    List<String> words = Lexicon.words(table).inOrder();
    List<String> owner = words.stream().filter(w -> !OF_KEYS.contains(w)).toList();
    String last = owner.isEmpty() ? "" : owner.getLast();
    boolean glued = last.length() > 6 && last.endsWith("meta");
    return String.join("_", owner.subList(0, Math.max(0, owner.size() - 1)))
        + (owner.size() > 1 ? "_" : "")
        + (glued ? last.substring(0, last.length() - 4) : last);
  }
}
