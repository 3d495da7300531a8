package dev.upheld.engine.residue;

import dev.upheld.connect.SiftSink;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to another thread, a batch at a time, so that a system reads on while values are
 * looked at. Few batches wait, so that memory stays bounded.
 */
final class Relay implements SiftSink, AutoCloseable {
  private static final int VALUES = 2_048;
  private static final int BYTES = 1 << 19;
  private static final int WAITING = 3;
  private static final Batch END = new Batch(0);

  private final SiftSink to;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread worker;
  private Batch batch = new Batch(VALUES);
  private volatile @Nullable RuntimeException failed;

  /** Values in the order they came; a column of -1 stands for the end of a row. */
  private static final class Batch {
    private final byte[][] values;
    private final int[] columns;
    private final long[] written;
    private int size;
    private long bytes;

    Batch(int size) {
      values = new byte[size][];
      columns = new int[size];
      written = new long[size];
    }
  }

  /**
   * @param to used by one thread at a time; when {@link #finish} returns, by none
   */
  Relay(SiftSink to) {
    this.to = to;
    this.worker = Thread.ofPlatform().daemon().name("upheld-residue").start(this::work);
  }

  @Override
  public void value(int column, byte[] value) {
    batch.values[batch.size] = value;
    batch.columns[batch.size++] = column;
    batch.bytes += value.length;
    if (batch.size == VALUES || batch.bytes > BYTES) {
      flush();
    }
  }

  @Override
  public void end(OptionalLong written) {
    batch.written[batch.size] = written.orElse(Long.MIN_VALUE);
    batch.columns[batch.size++] = -1;
    if (batch.size == VALUES) {
      flush();
    }
  }

  private void flush() {
    give(batch);
    batch = new Batch(VALUES);
  }

  private void give(Batch full) {
    try {
      while (!waiting.offer(full, 100, TimeUnit.MILLISECONDS)) {
        check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    check();
  }

  private void check() {
    RuntimeException why = failed;
    if (why != null) {
      throw why;
    }
  }

  private void work() {
    try {
      for (Batch next = waiting.take(); next != END; next = waiting.take()) {
        look(next);
      }
    } catch (RuntimeException e) {
      failed = e;
    } catch (InterruptedException e) {
      // nobody waits for what it would find
    }
  }

  private void look(Batch next) {
    for (int i = 0; i < next.size; i++) {
      if (next.columns[i] < 0) {
        long written = next.written[i];
        to.end(written == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(written));
      } else {
        to.value(next.columns[i], next.values[i]);
      }
    }
    Arrays.fill(next.values, new byte[0]);
  }

  /** Waits until all is looked at. */
  void finish() {
    flush();
    give(END);
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    check();
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
