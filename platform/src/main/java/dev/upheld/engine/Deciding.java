package dev.upheld.engine;

import dev.upheld.datamap.Place;
import java.util.List;
import java.util.Set;

/** Who says what becomes of the rows of a place. */
interface Deciding {

  /** What becomes of its fields, before any row is looked at. */
  Decision decide(Place place);

  /** What a person must decide first, one sentence each; complete after the places. */
  Set<String> undecided();

  /** Gives rows that were gathered and must stay a fate that holds them. */
  default void hold(Node node) {}

  /** Lets rows that are held hold the rows they belong to. */
  default void holdOwners(List<Node> gathered) {}

  /** Whether rows that something holds stay as they are; else some of their fields end. */
  default boolean leavesHeldAsTheyAre() {
    return false;
  }
}
