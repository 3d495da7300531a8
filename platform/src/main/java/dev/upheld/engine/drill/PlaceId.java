package dev.upheld.engine.drill;

/** A place of the data map, in its system. */
record PlaceId(String system, String place) {
  @Override
  public String toString() {
    return system + " / " + place;
  }
}
