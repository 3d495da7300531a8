package dev.upheld.charter.read;

import dev.upheld.charter.model.Rights;
import dev.upheld.charter.model.Rights.IdentityCheck;
import dev.upheld.charter.model.Rights.Right;
import dev.upheld.charter.model.Rights.Standing;
import dev.upheld.charter.promise.Promise.Quota;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.View;
import java.util.Optional;

/** Reads what people may ask for. */
final class RightsReader {
  private RightsReader() {}

  static Rights rights(View root) {
    return new Rights(
        root.children("rights").stream().map(RightsReader::right).toList(),
        root.says("rights", Shapes.NOT_STATED)
            ? Optional.of(root.keyAt("rights"))
            : Optional.empty(),
        root.child("identity")
            .map(
                i ->
                    new IdentityCheck(
                        Read.constant(
                            IdentityCheck.Document.class, i.text("document").orElse("on-doubt")),
                        i.texts("by"),
                        i.texts("account-for"),
                        i.texts("formats"),
                        i.text("at-most"),
                        i.text("authorisation"),
                        Read.source(root, "identity"))),
        Read.source(root, "rights"));
  }

  private static Right right(View view) {
    return new Right(
        view.text("right").orElse(""),
        view.text("standing").map(s -> Read.constant(Standing.class, s)).orElse(Standing.GIVEN),
        view.texts("in"),
        Read.statedTerm(view, "answer"),
        Read.statedTerm(view, "extension"),
        view.child("quota").flatMap(RightsReader::quota),
        Read.term(view, "look-back"),
        view.text("approval").filter("two-people"::equals).isPresent(),
        Read.source(view));
  }

  private static Optional<Quota> quota(View view) {
    return view.text("times")
        .flatMap(t -> Read.term(view, "per").map(per -> new Quota(Integer.parseInt(t), per)));
  }
}
