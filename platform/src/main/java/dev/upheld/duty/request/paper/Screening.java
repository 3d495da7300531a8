package dev.upheld.duty.request.paper;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at files of strangers, each in a process of its own. Whatever happens to that process, the
 * file is refused and the server goes on. Thread-safe.
 */
public final class Screening {
  /** As many bytes as are taken: 2 MB. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int AT_ONCE = 2;
  private static final int MOST_ANSWER = 64 * 1024 * 1024;

  private final Duration patience;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public Screening() {
    this(Duration.ofSeconds(30));
  }

  Screening(Duration patience) {
    this.patience = patience;
  }

  /** What becomes of a file. */
  public Screened judge(byte[] file) {
    if (file.length > MOST_BYTES) {
      return new Screened.Refused(Screened.Why.LARGE);
    }
    if (FileKind.of(file).isEmpty()) {
      return new Screened.Refused(Screened.Why.KIND);
    }
    if (!free.tryAcquire()) {
      return new Screened.Refused(Screened.Why.BUSY);
    }
    try {
      return outside(file);
    } finally {
      free.release();
    }
  }

  private Screened outside(byte[] file) {
    Process process = process();
    try {
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      try (OutputStream in = process.getOutputStream()) {
        in.write(file);
      } catch (IOException e) {
        return broken(); // it ended before it had read all
      }
      return parsed(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return broken();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken();
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] read(InputStream from) {
    try {
      return from.readNBytes(MOST_ANSWER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process process() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            System.getProperty("java.class.path"),
            ScreeningMain.class.getName());
    builder.environment().clear(); // secrets of the server may stand in it
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Screened parsed(byte[] answer) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer))) {
      String first = in.readUTF();
      if (!first.equals(ScreeningMain.CLEAN)) {
        return new Screened.Refused(Screened.Why.valueOf(first));
      }
      int count = in.readInt();
      List<byte[]> pages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] page = new byte[in.readInt()];
        in.readFully(page);
        pages.add(page);
      }
      return new Screened.Clean(pages);
    } catch (IOException | IllegalArgumentException e) {
      return broken(); // the process ended early: too much memory, or a fault of a decoder
    }
  }

  private static Screened broken() {
    return new Screened.Refused(Screened.Why.BROKEN);
  }
}
