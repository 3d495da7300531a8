package dev.upheld.datamap.classify;

/**
 * Families of column types. The names are those of the connectors' own families, so that one can be
 * had from the other by name.
 */
public enum TypeFamily {
  TEXT,
  WHOLE,
  DECIMAL,
  BOOLEAN,
  DATE,
  TIMESTAMP,
  TIMESTAMP_WITH_ZONE,
  ADDRESS,
  BYTES,
  JSON,
  UUID,
  ARRAY,
  OTHER;

  /** Whether a value of the family can hold words. */
  boolean isWordy() {
    return switch (this) {
      case TEXT, JSON, ARRAY, OTHER -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, BYTES, UUID ->
          false;
    };
  }
}
