package dev.upheld.datamap;

import java.util.List;
import java.util.stream.Collectors;

/** The part of a column's values that a field is, where it is not the whole. */
public sealed interface Inside {

  /**
   * A path into the JSON documents of the column. It covers the values right there; a last {@link
   * Step.Any} covers everything below.
   *
   * @param steps from the outside in; at least one
   */
  record Path(List<Step> steps) implements Inside {
    public Path {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("a path has at least one step");
      }
    }

    /**
     * Whether it covers a value.
     *
     * @param value where the value stands in its document; empty for a document that is one value,
     *     which only {@code *} covers
     */
    public boolean covers(List<Step> value) {
      boolean below = steps.getLast() instanceof Step.Any;
      boolean alone = below && steps.size() == 1;
      boolean far = below ? value.size() >= steps.size() : value.size() == steps.size();
      return alone || (far && begins(value));
    }

    /** Whether it covers a value or leads to a list or an object that the value lies in. */
    public boolean reaches(List<Step> value) {
      return covers(value) || (value.size() > steps.size() && begins(value));
    }

    private boolean begins(List<Step> value) {
      for (int i = 0; i < steps.size(); i++) {
        boolean last = i == steps.size() - 1;
        boolean same =
            switch (steps.get(i)) {
              case Step.Any any -> last || value.get(i) instanceof Step.Key;
              case Step.Each each -> value.get(i) instanceof Step.Each;
              case Step.Key key -> key.equals(value.get(i));
            };
        if (!same) {
          return false;
        }
      }
      return true;
    }

    /** As the data map writes it: {@code contact.email}, {@code phones[].number}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (Step step : steps) {
        boolean dot = !text.isEmpty() && !(step instanceof Step.Each);
        text.append(dot ? "." : "").append(step);
      }
      return text.toString();
    }
  }

  /**
   * The rows of a key-value table whose key is this one.
   *
   * @param keyColumn the column with the keys, as the database spells it
   * @param key compared by its characters, case and all
   */
  record Keyed(String keyColumn, String key) implements Inside {
    @Override
    public String toString() {
      return "["
          + FieldName.written(keyColumn, FieldName.PLAIN_KEY_COLUMN)
          + "="
          + FieldName.written(key, FieldName.PLAIN_VALUE)
          + "]";
    }
  }

  /** One step of a path. */
  sealed interface Step {
    /** Under this key of an object. */
    record Key(String name) implements Step {
      @Override
      public String toString() {
        return FieldName.written(name, FieldName.PLAIN_STEP);
      }
    }

    /** Each element of a list: {@code []}. */
    record Each() implements Step {
      @Override
      public String toString() {
        return "[]";
      }
    }

    /** Under any key of an object; at the end of a path, everything below: {@code *}. */
    record Any() implements Step {
      @Override
      public String toString() {
        return "*";
      }
    }
  }

  /** A path of keys alone. */
  static Path path(String... keys) {
    return new Path(
        List.of(keys).stream().<Step>map(Step.Key::new).collect(Collectors.toUnmodifiableList()));
  }
}
