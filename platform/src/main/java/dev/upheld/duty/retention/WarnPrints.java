package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.engine.KeepAt;
import dev.upheld.register.Fingerprints;

/** Recognises rows and people without keeping what names them. */
record WarnPrints(Fingerprints fingerprints) {

  /** Of a row; unlike an address, a key is another one when its letters' size is. */
  String row(String rule, String key) {
    return fingerprints.hash().of("retention row\u001f" + rule + "\u001f" + key);
  }

  String person(String address) {
    return fingerprints.of("email", address);
  }

  static WarnStore.Step step(KeepAt kept, String system, Term before) {
    return new WarnStore.Step(
        Rules.id(kept.keep(), system, kept.place()),
        kept.keep().id().toString(),
        Terms.canonical(before));
  }
}
