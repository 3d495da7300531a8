package dev.upheld.duty.request;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces, so that however much it is, one piece is in memory. */
final class SealedPieces extends OutputStream {
  private static final int SIZE = 1 << 20;

  private final Keeper keeper;
  private final byte[] piece = new byte[SIZE];
  private int filled;
  private int count;
  private long bytes;

  /** Keeps a piece. */
  @FunctionalInterface
  interface Keeper {
    void keep(int number, byte[] piece);
  }

  SealedPieces(Keeper keeper) {
    this.keeper = keeper;
  }

  /** How many pieces there are, once it is closed. */
  int count() {
    return count;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int at = offset;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, SIZE - filled);
      System.arraycopy(from, at, piece, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == SIZE) {
        cut();
      }
    }
    bytes += length;
  }

  private void cut() {
    keeper.keep(count++, Arrays.copyOf(piece, filled));
    filled = 0;
  }

  @Override
  public void close() {
    if (filled > 0) {
      cut();
    }
  }
}
