package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.classify.Admits;
import dev.upheld.datamap.classify.Content;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.Scene;
import java.util.Optional;

/**
 * Whether bound columns still hold what their words say. Most of a few values must be something
 * else, and of a form of its own: what people write in free text may say anything.
 */
record FieldContents(HoldOnly only, Scene scene) {

  /** What pseudonyms are: a column of them that tells who it is, is none. */
  private static final String PSEUDONYM = "pd:UID";

  void ask(BoundPlace bound, Table table, PlanBuilder plan) {
    bound.place().fields().values().stream()
        .filter(field -> field.isWhole() && term(field).isPresent())
        .flatMap(field -> table.column(field.column()).stream())
        .filter(FieldContents::mayChange)
        .forEach(
            column ->
                plan.ask(
                    bound.system(),
                    bound.where(),
                    new ContentSample(bound.system(), table, column, Said.BOUND).question()));
  }

  private static boolean mayChange(Column column) {
    return column.readable()
        && switch (column.type()) {
          case TEXT, OTHER, BYTES -> true;
          case JSON,
              ARRAY,
              WHOLE,
              DECIMAL,
              BOOLEAN,
              DATE,
              TIMESTAMP,
              TIMESTAMP_WITH_ZONE,
              ADDRESS,
              UUID ->
              false;
        };
  }

  /** What a sample of a column or a part says against its word; empty when nothing. */
  Optional<MarkJudge.Told> told(Spot spot, FieldName name, ContentTally tally) {
    Optional<Field> field =
        scene.places(p -> p.fields().containsKey(name.toString())).stream()
            .filter(b -> b.where().equals(spot.where()))
            .map(b -> b.place().fields().get(name.toString()))
            .findFirst();
    Optional<Content> most = tally.most();
    return field
        .filter(f -> most.isPresent())
        .filter(f -> term(f).filter(t -> !Admits.admits(t, most.get())).isPresent())
        .map(f -> told(spot, f, most.get(), ContentSample.share(tally, most.get())));
  }

  private MarkJudge.Told told(Spot spot, Field field, Content content, String share) {
    boolean promised =
        only.words().stream()
            .anyMatch(w -> content.term().equals(scene.assignment().terms().get(w)));
    boolean unmasked = term(field).filter(PSEUDONYM::equals).isPresent();
    boolean certain = content.isCertain() && (!promised || unmasked);
    return new MarkJudge.Told(
        certain,
        Optional.of(content.term()),
        "The column "
            + (field.isWhole() ? field.column() : field.name())
            + " in "
            + spot.where()
            + " is bound to "
            + field.word()
            + ", but "
            + share
            + (certain ? "." : ". A person must look."));
  }

  private Optional<String> term(Field field) {
    return Optional.ofNullable(scene.assignment().terms().get(field.word()));
  }
}
