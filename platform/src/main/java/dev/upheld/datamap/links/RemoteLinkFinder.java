package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.classify.NameWords;
import dev.upheld.datamap.links.IdentityColumn.Kind;
import dev.upheld.datamap.links.SharedValues.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds columns of two systems that name the same people: by what they hold, by their names, and by
 * compared values where the other system answers. Rows of tables do not join systems, people do:
 * country codes, status words and row numbers, which any two databases share, are never asked.
 */
public final class RemoteLinkFinder {
  private final String system;
  private final List<IdentityColumn> there;
  private final SharedValues values;

  /** A pair and what speaks for it, the weightiest first. */
  private record Pair(
      IdentityColumn here, IdentityColumn there, double evidence, List<Reason> reasons) {
    Pair and(double more, String why) {
      List<Reason> all = new ArrayList<>(reasons);
      all.add(new Reason(more, why));
      return new Pair(here, there, evidence + more, all);
    }

    List<String> said() {
      return reasons.stream()
          .sorted(Comparator.comparingDouble((Reason r) -> -r.weight()))
          .map(Reason::text)
          .toList();
    }
  }

  private record Reason(double weight, String text) {}

  private RemoteLinkFinder(String system, List<IdentityColumn> there, SharedValues values) {
    this.system = system;
    this.there = there;
    this.values = values;
  }

  /**
   * The best target of each column here, where there is one.
   *
   * @param here columns of this system that no link within it leads away from
   * @param system id of the other
   * @param there columns of the other
   */
  public static List<ProposedRemoteLink> find(
      List<IdentityColumn> here, String system, List<IdentityColumn> there, SharedValues values) {
    RemoteLinkFinder finder = new RemoteLinkFinder(system, there, values);
    return here.stream().flatMap(column -> finder.best(column).stream()).toList();
  }

  private Optional<ProposedRemoteLink> best(IdentityColumn here) {
    List<Pair> pairs =
        there.stream()
            .flatMap(other -> named(here, other).stream())
            .sorted(Comparator.comparingDouble((Pair p) -> -p.evidence()))
            .map(this::compared)
            .filter(p -> p.evidence() >= LinkWeights.PROPOSED)
            .toList();
    return pairs.stream()
        .min(
            Comparator.comparingDouble((Pair p) -> -p.evidence())
                .thenComparing(p -> p.there().table())
                .thenComparing(p -> p.there().column()))
        .map(this::proposed);
  }

  private ProposedRemoteLink proposed(Pair pair) {
    return new ProposedRemoteLink(
        pair.here(),
        system,
        pair.there(),
        kind(pair.here()),
        LinkWeights.confidence(pair.evidence()),
        pair.said());
  }

  /** In doubt a person is only mentioned: nothing is ever erased along a guess. */
  private static Link.Kind kind(IdentityColumn here) {
    boolean handled = People.isHandling(here.column());
    return !handled && (here.ofPeople() || here.kind() == Kind.NUMBER)
        ? Link.Kind.OWNS
        : Link.Kind.MENTIONS;
  }

  /** What is known before any value is compared; empty for what no value could make a link. */
  private static Optional<Pair> named(IdentityColumn here, IdentityColumn there) {
    if (here.kind() != there.kind() || (here.counted() && there.counted())) {
      return Optional.empty();
    }
    Pair bare = new Pair(here, there, 0, List.of());
    Optional<Pair> pair =
        here.kind() == Kind.NUMBER ? numbered(bare) : Optional.of(ofKind(bare, here.kind()));
    return pair.map(RemoteLinkFinder::circumstances);
  }

  private static Pair ofKind(Pair pair, Kind kind) {
    double weight =
        switch (kind) {
          case EMAIL, OFFICIAL_ID -> LinkWeights.ACROSS_EMAIL;
          case DEVICE, BANK_ACCOUNT -> LinkWeights.ACROSS_DEVICE;
          case LOGIN -> LinkWeights.ACROSS_LOGIN;
          case PHONE -> LinkWeights.ACROSS_PHONE;
          case NUMBER -> 0;
        };
    return pair.and(weight, "both hold " + kind.said());
  }

  /** A number over there must be one of a person, and no other row may have it. */
  private static Optional<Pair> numbered(Pair pair) {
    if (!pair.there().ofPeople() || !pair.there().unique()) {
      return Optional.empty();
    }
    NumberName here = NumberName.of(pair.here().table(), pair.here().column());
    NumberName there = NumberName.of(pair.there().table(), pair.there().column());
    if (!here.sameOwner(there)) {
      return Optional.of(pair);
    }
    String whose = there.ownerIsTable() ? "the table over there" : "what the one over there names";
    Pair named =
        pair.and(
            LinkWeights.ACROSS_NUMBER,
            here.ownerIsTable()
                ? "both are numbers of the same people by name"
                : "its name speaks of " + whose);
    return Optional.of(
        here.sameWord(there)
            ? named.and(LinkWeights.KEY_WORD_FITS, "the word for number is the same")
            : named.and(LinkWeights.ACROSS_OTHER_WORD, "but the word for number is another"));
  }

  private static Pair circumstances(Pair bare) {
    Pair pair = bare;
    if (!Collections.disjoint(pair.here().people(), pair.there().people())) {
      pair = pair.and(LinkWeights.ACROSS_SAME_PEOPLE, "both are about the same people");
    } else if (!pair.here().people().isEmpty() && !pair.there().people().isEmpty()) {
      pair = pair.and(LinkWeights.ACROSS_OTHER_PEOPLE, "but they are about other people");
    }
    if (pair.there().unique()) {
      pair = pair.and(LinkWeights.UNIQUE, "over there each row has its own");
    }
    if (pair.there().ofPeople()) {
      pair = pair.and(LinkWeights.UNIQUE, "over there a row is a person");
    }
    if (words(pair.here()).equals(words(pair.there()))) {
      pair = pair.and(LinkWeights.ACROSS_SAME_NAME, "both columns have the same name");
    }
    return pair;
  }

  /** Where no value tells, a key may just as well name its own rows and nobody else's. */
  private static Pair unseen(Pair pair) {
    boolean ownKey =
        pair.here().kind() == Kind.NUMBER && pair.here().unique() && pair.here().ofPeople();
    return ownKey
        ? pair.and(LinkWeights.ACROSS_OWN_KEY, "but here it may only name its own rows")
        : pair;
  }

  private static List<String> words(IdentityColumn column) {
    return NameWords.of(column.column()).inOrder();
  }

  /** What the values say; they are asked only where they can decide. */
  private Pair compared(Pair pair) {
    boolean hopeless = pair.evidence() + LinkWeights.ACROSS_FOUND < LinkWeights.PROPOSED;
    Optional<Seen> seen = hopeless ? Optional.empty() : values.of(pair.here(), pair.there());
    if (seen.isEmpty()) {
      return unseen(pair);
    }
    Seen values = seen.get();
    String share =
        String.format(
            Locale.ROOT,
            "%.0f%% of the values of the smaller one are in both",
            100 * values.share());
    if (values.share() < LinkWeights.ACROSS_STRANGE) {
      return pair.and(LinkWeights.VALUES_STRANGE, "but " + share);
    }
    if (values.small()) {
      return unseen(pair)
          .and(
              LinkWeights.ACROSS_SMALL,
              share + ", but most are small numbers, which are everywhere");
    }
    if (values.share() < LinkWeights.ACROSS_SOME || values.common() < LinkWeights.ACROSS_FEWEST) {
      return unseen(pair);
    }
    return pair.and(
        values.share() < LinkWeights.ACROSS_MANY
            ? LinkWeights.ACROSS_PARTLY
            : LinkWeights.ACROSS_FOUND,
        share);
  }
}
