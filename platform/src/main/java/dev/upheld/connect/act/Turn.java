package dev.upheld.connect.act;

/** From one fate to another. */
public record Turn(int from, int to) {

  /** Of free rows. */
  public static Turn free(int to) {
    return new Turn(RowSet.FREE, to);
  }
}
