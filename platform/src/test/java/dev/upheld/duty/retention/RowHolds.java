package dev.upheld.duty.retention;

import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds.Hold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds of rows of {@link RetentionShop}, as the register tells them. */
final class RowHolds {
  private RowHolds() {}

  static Hold row(String place, int key) {
    String value = String.valueOf(key);
    return by(
        place, new HeldRows.By("id", Optional.empty(), Optional.of(value), Optional.of(value)));
  }

  static Hold days(String place, String column, String from, String to) {
    return by(
        place, new HeldRows.By(column, Optional.of("native"), Optional.of(from), Optional.of(to)));
  }

  static Hold range(String place, int from, int to) {
    return by(
        place,
        new HeldRows.By(
            "id",
            Optional.empty(),
            Optional.of(String.valueOf(from)),
            Optional.of(String.valueOf(to))));
  }

  static Hold by(String place, HeldRows.By by) {
    return of(new HeldRows(Optional.empty(), List.of(part(place, Optional.of(by)))));
  }

  static Hold activity(String activity, String... places) {
    return of(
        new HeldRows(
            Optional.of(activity),
            java.util.Arrays.stream(places).map(p -> part(p, Optional.empty())).toList()));
  }

  private static HeldRows.Part part(String place, Optional<HeldRows.By> by) {
    String table = place.equals("contract-archive") ? "contract_archive" : place;
    return new HeldRows.Part("shop", place, table, by);
  }

  static Hold of(HeldRows rows) {
    return new Hold(
        UUID.randomUUID(), "", "", Instant.EPOCH, LocalDate.EPOCH, false, Optional.of(rows));
  }

  static Hold secret(Hold hold) {
    return new Hold(hold.id(), "", "", hold.since(), hold.review(), true, hold.rows());
  }
}
