package dev.upheld.probe;

import dev.upheld.datamap.Place;

/**
 * A place with the system it lies in.
 *
 * @param system the system's id
 */
public record BoundPlace(String system, Place place) {

  /** As people read it in figures and gaps: {@code eu-main/candidate}. */
  public String where() {
    return system + "/" + place.id();
  }
}
