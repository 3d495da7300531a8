package dev.upheld.datamap.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the name of a column says for one table being meant. */
final class Naming {
  private static final Set<String> ABOVE =
      Set.of(
          "parent",
          "parents",
          "padre",
          "madre",
          "pere",
          "eltern",
          "ubergeordnet",
          "uebergeordnet",
          "vorganger",
          "vorgaenger",
          "nachfolger",
          "predecessor",
          "successor",
          "previous",
          "prev",
          "next",
          "root",
          "ancestor",
          "reply",
          "replies",
          "duplicate",
          "original",
          "linked",
          "replaced",
          "replaces",
          "supersedes",
          "superseded",
          "merged",
          "copied",
          "cloned",
          "forked",
          "child",
          "sup",
          "ylataso",
          "vanhempi",
          "related",
          "superior");

  private static final Set<String> SMALL = Set.of("to", "in", "of", "by", "with", "from", "into");

  /** Roles that stand after the thing. */
  private static final Set<String> AFTER =
      Set.of(
          "from",
          "to",
          "source",
          "target",
          "src",
          "dst",
          "dest",
          "destination",
          "old",
          "new",
          "origin",
          "origen",
          "destino",
          "origine",
          "destinazione",
          "facturation",
          "livraison",
          "envio",
          "facturacion",
          "fatturazione",
          "spedizione",
          "payeur",
          "pagador",
          "principal",
          "principale",
          "secondaire",
          "parent",
          "padre",
          "pere",
          "fk",
          "ref",
          "primary",
          "owner");

  /** A table that ends so holds what the table of the rest once held. */
  private static final Set<String> HISTORY =
      Set.of(
          "history",
          "histories",
          "hist",
          "log",
          "logs",
          "audit",
          "audits",
          "aud",
          "archive",
          "version",
          "versions",
          "revision",
          "revisions",
          "snapshot",
          "snapshots",
          "journal",
          "historie",
          "historique",
          "historia",
          "storico");

  private static final Set<String> ITS_OWN =
      Set.of(
          "target",
          "original",
          "source",
          "entity",
          "object",
          "master",
          "base",
          "current",
          "parent",
          "tracked",
          "live",
          "subject");

  private static final Set<String> WHOLE_THING =
      Set.of(
          "account", "data", "info", "main", "master", "header", "head", "kopf", "base", "basic");

  private static final int SHORTEST_GLUED = 5;

  /**
   * Evidence from a name.
   *
   * @param own whether the name is that of the table itself, without a role
   */
  record Said(double points, String reason, boolean own) {}

  private final Schema schema;

  Naming(Schema schema) {
    this.schema = schema;
  }

  /** The strongest that a reading says for the table; empty when it says nothing. */
  Optional<Said> of(Reading reading, Known from, Known to) {
    List<String> r = reading.words();
    List<String> t = to.words();
    if (t.isEmpty()) {
      return Optional.empty();
    }
    boolean same = from.equals(to);
    if (isHistory(from, to) && r.size() == 1 && ITS_OWN.contains(r.getFirst())) {
      return said(LinkWeights.HISTORY_OF, "the table is a history of the other", true);
    }
    if (isTable(r, t)) {
      return same
          ? Optional.empty()
          : said(LinkWeights.NAMES_TABLE, "the name is that of the table", true);
    }
    if (isWithin(reading, from, to)) {
      return said(
          LinkWeights.WITHIN_MODULE,
          "the name is the table's without the words both begin with",
          true);
    }
    if (endsWith(r, t)) {
      return said(
          LinkWeights.ROLE_AND_TABLE + LinkWeights.LONGER * (t.size() - 1),
          "the name is a role and the table's name",
          false);
    }
    return same
        ? sameTable(reading, from).or(() -> another(reading, from))
        : rest(reading, from, to);
  }

  private Optional<Said> rest(Reading reading, Known from, Known to) {
    List<String> r = reading.words();
    List<String> t = to.words();
    int beyond = beyond(r, t);
    if (beyond > 0) {
      boolean module = t.subList(0, beyond).stream().allMatch(schema::isModule);
      return said(
          module ? LinkWeights.AFTER_MODULE : LinkWeights.END_OF_TABLE,
          "the name is the end of the table's name",
          true);
    }
    if (r.size() == t.size() - 1
        && WHOLE_THING.contains(t.getLast())
        && Stems.same(r, t.subList(0, r.size()))) {
      return said(LinkWeights.AFTER_MODULE, "the name is the table's but for its last word", true);
    }
    if (r.size() == t.size() + 1
        && AFTER.contains(r.getLast())
        && Stems.same(r.subList(0, t.size()), t)) {
      return said(LinkWeights.TABLE_AND_ROLE, "the name is the table's name and a role", false);
    }
    return ends(reading, from, t).or(() -> shortened(r, from, t)).or(() -> begins(reading, to));
  }

  /** A row of the same table in some role: {@code proxy_host_id} among the hosts. */
  private Optional<Said> another(Reading reading, Known table) {
    return reading.saysKey() ? ends(reading, table, table.words()) : Optional.empty();
  }

  /** The table's name and a role of one or two words. */
  private Optional<Said> begins(Reading reading, Known to) {
    List<String> r = reading.words();
    int size = to.words().size();
    int more = r.size() - size;
    boolean role =
        reading.saysKey()
            && more > 0
            && more <= 2
            && isTable(r.subList(0, size), to.words())
            && r.subList(size, r.size()).stream()
                .noneMatch(w -> People.isKind(w) || schema.speaks(w));
    double points =
        People.isOfPeople(to.name()) ? LinkWeights.TABLE_AND_ROLE : LinkWeights.TABLE_AND_WORD;
    return role ? said(points, "the name begins with the table's", false) : Optional.empty();
  }

  /** Whether all words of the table's name are there. */
  static boolean hasWhole(Reading reading, Known to) {
    return isTable(reading.words(), to.words()) || endsWith(reading.words(), to.words());
  }

  /** Whether the words end with the table's after at least one other, however they are glued. */
  private static boolean endsWith(List<String> r, List<String> t) {
    for (int cut = 1; cut < r.size(); cut++) {
      if (isTable(r.subList(cut, r.size()), t)) {
        return true;
      }
    }
    return false;
  }

  /** How many words of the table's name stand before those of the reading; 0 when it ends else. */
  private static int beyond(List<String> r, List<String> t) {
    for (int cut = 1; cut < t.size(); cut++) {
      if (isTable(r, t.subList(cut, t.size()))) {
        return cut;
      }
    }
    return 0;
  }

  /** Whether the first holds former rows of the second. */
  static boolean isHistory(Known from, Known to) {
    int base = from.words().size() - 1;
    return base > 0
        && HISTORY.contains(from.words().getLast())
        && isTable(from.words().subList(0, base), to.words());
  }

  /** Whether a reading names a table beyond doubt, in the eyes of another table. */
  boolean isCertain(Reading reading, Known from) {
    return schema.speakingOf(reading).stream()
        .anyMatch(to -> isTable(reading.words(), to.words()) || isWithin(reading, from, to));
  }

  /** A role, and what the table's name ends with: {@code linked_item_id} and order_item. */
  private Optional<Said> ends(Reading reading, Known from, List<String> t) {
    List<String> r = reading.words();
    if (reading.glued() && r.size() == 1) {
      String table = String.join("", t);
      String word = r.getFirst();
      boolean ends =
          Stems.of(table).stream().anyMatch(s -> s.length() >= SHORTEST_GLUED && word.endsWith(s));
      return ends
          ? said(LinkWeights.ROLE_AND_END, "the name ends with the table's", false)
          : Optional.empty();
    }
    int common = commonEnd(r, t);
    if (common == 0 || common == r.size()) {
      return glued(r, t);
    }
    List<String> before = t.subList(0, t.size() - common);
    boolean module = before.stream().allMatch(schema::isModule) || begins(from.words(), before);
    double points = module ? LinkWeights.ROLE_AND_END : LinkWeights.ROLE_AND_ANY_END;
    boolean compound = schema.isTable(r.get(r.size() - common - 1));
    return compound
        ? Optional.empty()
        : said(points, "the name is a role and the end of the table's", false);
  }

  /**
   * A role, and an end that is written as one word over there: {@code batch_job_def} and jobdef.
   */
  private static Optional<Said> glued(List<String> r, List<String> t) {
    for (int cut = 1; cut < r.size() - 1; cut++) {
      if (beyond(r.subList(cut, r.size()), t) > 0) {
        return said(
            LinkWeights.ROLE_AND_END, "the name is a role and the end of the table's", false);
      }
    }
    return Optional.empty();
  }

  private Optional<Said> shortened(List<String> r, Known from, List<String> t) {
    List<String> rest = t.subList(common(from.words(), t), t.size());
    boolean whole = matchesShortened(r, t);
    boolean module =
        (!rest.isEmpty() && rest.size() < t.size() && matchesShortened(r, rest))
            || (r.size() > 1
                && r.size() < t.size()
                && matchesShortened(r, t.subList(t.size() - r.size(), t.size())));
    if (whole || module) {
      double points = LinkWeights.SHORTENED + LinkWeights.LONGER * (r.size() - 1);
      return said(points, "the name is short for the table's", true);
    }
    for (int cut = 1; cut < r.size(); cut++) {
      List<String> end = r.subList(cut, r.size());
      if (matchesShortened(end, t) || (rest.size() < t.size() && matchesShortened(end, rest))) {
        double points = LinkWeights.SHORTENED + LinkWeights.LONGER * (end.size() - 1);
        return said(points, "the name is a role and short for the table's", false);
      }
    }
    return Optional.empty();
  }

  static boolean matchesShortened(List<String> r, List<String> t) {
    if (r.size() != t.size()) {
      return false;
    }
    boolean cut = false;
    for (int i = 0; i < r.size(); i++) {
      if (Shortened.is(r.get(i), t.get(i)) || Shortened.is(t.get(i), r.get(i))) {
        cut = true;
      } else if (!Stems.same(r.get(i), t.get(i))) {
        return false;
      }
    }
    return cut;
  }

  private static Optional<Said> sameTable(Reading reading, Known table) {
    List<String> r = reading.words();
    List<String> t = table.words();
    boolean person = People.isOfPeople(table.name()) || People.isOfStaff(table.name());
    int common = commonEnd(r, t);
    boolean above = isAbove(r.subList(0, r.size() - common));
    if (above || (person && People.isAbove(r))) {
      return said(
          LinkWeights.SAME_TABLE, "the name speaks of another row of the same table", false);
    }
    return Optional.empty();
  }

  /** Whether some word means a row above or before: {@code parent_category}. */
  static boolean saysAbove(Reading reading) {
    return People.isAbove(reading.words()) || reading.words().stream().anyMatch(ABOVE::contains);
  }

  private static boolean isAbove(List<String> words) {
    return words.stream().anyMatch(ABOVE::contains)
        && words.stream().allMatch(w -> ABOVE.contains(w) || SMALL.contains(w));
  }

  /** Whether the words are the table's, however they are glued. */
  static boolean isTable(List<String> r, List<String> t) {
    return Stems.same(r, t)
        || ((r.size() == 1 || t.size() == 1) && Stems.same(String.join("", r), String.join("", t)));
  }

  /** Whether the words are the other table's without those that both tables begin with. */
  static boolean isWithin(Reading reading, Known from, Known to) {
    return !from.equals(to) && within(reading.words(), from.words(), to.words());
  }

  private static boolean within(List<String> r, List<String> from, List<String> t) {
    int common = common(from, t);
    for (int cut = 1; cut <= common; cut++) {
      if (cut < t.size() && isTable(r, t.subList(cut, t.size()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(List<String> words, List<String> beginning) {
    return words.size() >= beginning.size()
        && Stems.same(words.subList(0, beginning.size()), beginning);
  }

  private static int common(List<String> some, List<String> others) {
    int common = 0;
    while (common < Math.min(some.size(), others.size())
        && Stems.same(some.get(common), others.get(common))) {
      common++;
    }
    return common;
  }

  private static int commonEnd(List<String> some, List<String> others) {
    return common(new ArrayList<>(some.reversed()), new ArrayList<>(others.reversed()));
  }

  /** Whether the words are how the table would call itself: its name, or the end of it. */
  static boolean isOwn(List<String> words, Known table) {
    return endsTable(words, table.words());
  }

  static boolean endsTable(List<String> words, List<String> t) {
    return isTable(words, t) || beyond(words, t) > 0;
  }

  private static Optional<Said> said(double points, String reason, boolean own) {
    return Optional.of(new Said(points, reason, own));
  }
}
