package dev.upheld.datamap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Copies that cannot be changed and keep the order of the file, so that output is the same each
 * time.
 */
final class InOrder {
  private InOrder() {}

  static <K, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static <E> Set<E> copy(Set<E> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }
}
