package dev.upheld.crypto;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key of its own for each case, in a file of its own, sealed by the master key. The files lie
 * outside the database and its backup: when one is dropped, whatever it sealed is erased, in every
 * copy of the database too. Several servers share the folder. Thread-safe.
 */
public final class CaseKeys {
  private static final String PURPOSE = "case";
  private static final String ENDING = ".key";
  private static final int PARTS = 3;

  private final List<MasterKey> masters;
  private final Path folder;

  /**
   * @param masters the present master key, then former ones that may still have sealed some
   * @param folder made when it is missing, open to its owner alone
   */
  public CaseKeys(List<MasterKey> masters, Path folder) {
    this.masters = List.copyOf(masters);
    this.folder = folder;
  }

  /** Makes a key; on the disk when this returns. */
  public UUID make() {
    byte[] fresh = new byte[AesGcm.KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    UUID id = UUID.randomUUID();
    KeyFiles.folder(folder);
    write(masters.getFirst().wrap(name(id), Secret.of(fresh)));
    return id;
  }

  /**
   * Seals with the key of a case.
   *
   * @param context what the data belongs to: it opens with the same only
   * @throws ProblemException with {@link CryptoProblem#KEY_MISSING} when the key was dropped
   */
  public byte[] seal(UUID id, byte[] plain, String context) {
    Secret<byte[]> key =
        key(id)
            .orElseThrow(
                () ->
                    CryptoProblem.KEY_MISSING.because(
                        "The key of this case is gone.",
                        "Nothing more can be written to a file that was erased."));
    return AesGcm.seal(key, plain, bound(id, context));
  }

  /**
   * Opens what {@link #seal} sealed; empty once the key was dropped.
   *
   * @throws ProblemException with {@link CryptoProblem#SEAL} when the data was changed or belongs
   *     elsewhere
   */
  public Optional<byte[]> open(UUID id, byte[] sealed, String context) {
    return key(id)
        .map(
            key ->
                AesGcm.open(key, sealed, bound(id, context))
                    .orElseThrow(
                        () ->
                            CryptoProblem.SEAL.because(
                                "Sealed data of a case does not open: it was changed or belongs"
                                    + " elsewhere.",
                                "Look for a restored database whose keys were not restored with"
                                    + " it.")));
  }

  /** Whether the key is there. */
  public boolean has(UUID id) {
    return KeyFiles.text(file(id)).isPresent();
  }

  /** Erases what the key sealed, by dropping it; does nothing where it is gone already. */
  public void drop(UUID id) {
    KeyFiles.delete(file(id));
  }

  /**
   * Seals every key with the present master key.
   *
   * @return how many were sealed by a former one
   */
  public int rewrap() {
    int done = 0;
    for (Path file : KeyFiles.ending(folder, ENDING)) {
      Optional<WrappedKey> old =
          read(file).filter(k -> !k.master().equals(masters.getFirst().id()));
      if (old.isPresent()) {
        write(masters.getFirst().wrap(old.get().name(), unwrapped(old.get())));
        done++;
      }
    }
    return done;
  }

  private Path file(UUID id) {
    return folder.resolve(id + ENDING);
  }

  private static WrappedKey.Name name(UUID id) {
    return new WrappedKey.Name(id, PURPOSE, Instant.EPOCH);
  }

  private void write(WrappedKey key) {
    KeyFiles.write(file(key.name().id()), "1 " + key.master() + " " + key.wrapped() + "\n");
  }

  private Optional<WrappedKey> read(Path file) {
    return KeyFiles.secret(file).map(text -> parsed(file, text));
  }

  private static WrappedKey parsed(Path file, String text) {
    String[] parts = text.split(" ", -1);
    String id = file.getFileName().toString().replace(ENDING, "");
    if (parts.length != PARTS || !parts[0].equals("1")) {
      throw CryptoProblem.KEY_BROKEN.because(
          "The key file " + file + " holds no key of a case.", "Put it back from your own copy.");
    }
    return new WrappedKey(name(UUID.fromString(id)), parts[1], parts[2]);
  }

  private Optional<Secret<byte[]>> key(UUID id) {
    return read(file(id)).map(this::unwrapped);
  }

  private Secret<byte[]> unwrapped(WrappedKey wrapped) {
    return masters.stream()
        .filter(m -> m.id().equals(wrapped.master()))
        .flatMap(m -> m.unwrap(wrapped).stream())
        .findFirst()
        .orElseThrow(
            () ->
                CryptoProblem.MASTER_KEY.because(
                    "A key of a case was sealed by the master key "
                        + wrapped.master()
                        + ", which was not given, or was changed since.",
                    "Name that master key in keys.master, or among keys.former when it was"
                        + " changed."));
  }

  private static byte[] bound(UUID id, String context) {
    return ("upheld-case:" + id + ":" + context).getBytes(StandardCharsets.UTF_8);
  }
}
