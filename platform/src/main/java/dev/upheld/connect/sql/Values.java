package dev.upheld.connect.sql;

import dev.upheld.connect.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/** Reads values that a statement carried as text. */
final class Values {
  private Values() {}

  /** The value, as the family of its column has it; a decimal without fraction is whole. */
  static Value read(Col column, String carried) {
    return switch (column.type()) {
      case WHOLE -> new Value.Whole(new BigInteger(carried));
      case DECIMAL -> decimal(carried);
      case BYTES -> new Value.Bytes(HexFormat.of().parseHex(carried));
      case TEXT, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, JSON, UUID, ARRAY, OTHER ->
          new Value.Text(carried);
    };
  }

  private static Value decimal(String carried) {
    try {
      return new Value.Whole(new BigDecimal(carried).toBigIntegerExact());
    } catch (ArithmeticException e) {
      return new Value.Text(carried); // it has a fraction
    } catch (NumberFormatException e) {
      return new Value.Text(carried); // NaN, Infinity
    }
  }
}
