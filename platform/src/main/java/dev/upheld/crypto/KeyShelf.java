package dev.upheld.crypto;

import java.util.List;
import java.util.UUID;

/** Where sealed data keys lie: a table that several machines share. */
public interface KeyShelf {

  /** All keys there are. */
  List<WrappedKey> all();

  /** Lays a key down, or replaces the one of the same id, whole or not at all. */
  void put(WrappedKey key);

  /** Takes a key away for good: whatever it sealed is erased by that. */
  void remove(UUID id);
}
