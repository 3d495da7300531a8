package dev.upheld.datamap.links;

import java.util.List;

/** What speaks for or against a pair beside its names. */
final class Circumstances {
  private Circumstances() {}

  static Candidate added(Candidate bare, double types) {
    Candidate candidate =
        switch (bare.key().strength()) {
          case PRIMARY -> bare.and(LinkWeights.PRIMARY, "over there is the primary key");
          case UNIQUE -> bare.and(LinkWeights.UNIQUE, "over there is unique");
          case LIKELY ->
              bare.and(
                  LinkWeights.LOOKS_LIKE_KEY,
                  "over there looks like a key, but nothing holds it so");
        };
    if (bare.from().indexes(bare.column())) {
      candidate = candidate.and(LinkWeights.INDEXED, "an index begins with the column");
    }
    if (types < 0) {
      candidate = candidate.and(types, "but the types differ");
    }
    if (KeyFit.isUuid(
        bare.from().facts().column(bare.column()).orElseThrow(), bare.key().column())) {
      candidate = candidate.and(LinkWeights.TYPE_OF_KEYS, "the type is one of keys");
    }
    if (isSameModule(bare)) {
      candidate = candidate.and(LinkWeights.SAME_MODULE, "both tables begin with the same word");
    }
    if (!bare.from().name().schema().equals(bare.to().name().schema())) {
      candidate = candidate.and(LinkWeights.OTHER_SCHEMA, "but it lies in another schema");
    }
    return candidate;
  }

  private static boolean isSameModule(Candidate bare) {
    List<String> here = bare.from().words();
    List<String> there = bare.to().words();
    return !bare.from().equals(bare.to())
        && here.size() > 1
        && there.size() > 1
        && Stems.same(here.getFirst(), there.getFirst());
  }
}
