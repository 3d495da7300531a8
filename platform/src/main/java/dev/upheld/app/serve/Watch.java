package dev.upheld.app.serve;

import dev.upheld.app.web.Health;
import dev.upheld.journal.Checkpoints;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks whether the server can do what it is there for: seal the journal, prove in time, send what
 * it promised to send, write to its disk. Says so when asked and, when it changes, in the log.
 */
final class Watch implements Health, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watch.class.getName());

  /** How long an answer counts: whoever may ask for nothing else can ask often. */
  private static final Duration COUNTS_FOR = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMinutes(1);

  /** PostgreSQL stops when it cannot write: well before that somebody must know. */
  private static final long LEAST_DISK_BYTES = 1L << 30;

  private static final Duration LATELY = Duration.ofDays(1);

  private final Parts on;
  private final AtomicReference<Instant> unfit = new AtomicReference<>(Instant.EPOCH);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());
  private volatile Seen seen = new Seen(Instant.EPOCH, List.of(), Optional.empty());

  /**
   * What is watched.
   *
   * @param seals what seals the journal on this machine
   * @param former whether former master keys are named in the settings
   * @param mailServer whether there is one to send by; without one mails wait on purpose
   * @param home where keys, checkpoints and the embedded store lie
   */
  record Parts(
      Store store,
      Checkpoints seals,
      KeyCare keys,
      boolean former,
      boolean mailServer,
      Path home,
      InstantSource clock) {}

  private record Seen(Instant at, List<Sign> signs, Optional<Figures> figures) {}

  Watch(Parts on) {
    this.on = on;
  }

  /** Looks every minute by itself from now on. */
  Watch start() {
    long pause = LOOK.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::signs, pause, pause, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public boolean storeAnswers() {
    try {
      on.store().ping();
      return true;
    } catch (RuntimeException e) {
      return false; // whatever it is, the store cannot be worked with now
    }
  }

  @Override
  public List<Sign> signs() {
    return seen().signs();
  }

  /** What the store holds; empty while it is away. */
  Optional<Figures> figures() {
    return seen().figures();
  }

  private synchronized Seen seen() {
    Instant now = on.clock().instant();
    if (Duration.between(seen.at(), now).abs().compareTo(COUNTS_FOR) >= 0) {
      Seen fresh = look(now);
      told(seen.signs(), fresh.signs());
      seen = fresh;
    }
    return seen;
  }

  private static void told(List<Sign> before, List<Sign> now) {
    now.stream()
        .filter(sign -> sign.trouble() && !before.contains(sign))
        .forEach(
            sign -> LOG.log(Level.SEVERE, "{0}: {1}", new Object[] {sign.part(), sign.what()}));
    before.stream()
        .filter(sign -> sign.trouble() && !now.contains(sign))
        .forEach(
            sign ->
                LOG.log(Level.INFO, "{0} no more: {1}", new Object[] {sign.part(), sign.what()}));
  }

  private Seen look(Instant now) {
    List<Sign> signs = new ArrayList<>();
    on.seals().trouble().ifPresent(p -> signs.add(new Sign("journal", p.code().code(), true)));
    OptionalLong free = freeBytes();
    if (free.isEmpty() || free.getAsLong() < LEAST_DISK_BYTES) {
      signs.add(new Sign("disk", free.isEmpty() ? "not-readable" : "nearly-full", true));
    }
    try {
      Figures figures = Figures.read(on.store(), on.keys(), now);
      signs.addAll(signs(figures));
      return new Seen(now, List.copyOf(signs), Optional.of(figures));
    } catch (ProblemException e) {
      signs.add(new Sign("store", e.problems().getFirst().code().code(), true));
      return new Seen(now, List.copyOf(signs), Optional.empty());
    }
  }

  private List<Sign> signs(Figures figures) {
    List<Sign> signs = new ArrayList<>();
    if (figures.lateProofs() > 0) {
      signs.add(new Sign("proof", "late", true));
    }
    if (figures.jobs().lately() > 0) {
      signs.add(new Sign("jobs", "given-up", true));
    }
    if (figures.mails().lately() > 0) {
      signs.add(new Sign("mail", "given-up", true));
    } else if (figures.mailsWaitingLong() > 0) {
      signs.add(new Sign("mail", on.mailServer() ? "waiting" : "no-server", on.mailServer()));
    }
    figures.mailbox().ifPresent(why -> signs.add(new Sign("mailbox", why, true)));
    if (Duration.between(unfit.get(), on.clock().instant()).compareTo(LATELY) < 0) {
      signs.add(new Sign("alerts", "unfit-address", true));
    }
    if (on.former()) {
      String what = figures.underFormer() > 0 ? "former-needed" : "former-needed-no-more";
      signs.add(new Sign("keys", what, false));
    }
    return signs;
  }

  /** Somebody could not be told because their address cannot be used; health says so for a day. */
  void unfitAddress() {
    unfit.set(on.clock().instant());
  }

  /** Whether the newest attempt to seal the journal went well. */
  boolean isSealed() {
    return on.seals().trouble().isEmpty();
  }

  /** What may still be written on the disk of the home folder; empty when it cannot be read. */
  OptionalLong freeBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(existing(on.home())).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Path existing(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
