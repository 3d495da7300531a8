package dev.upheld.crypto;

import dev.upheld.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with one signing key in use and the public halves of all there ever were. Rotation
 * forgets the old private key and keeps its public one, so that old signatures can be checked for
 * ever and no new ones made with it.
 *
 * <p>{@code current} names the key in use; {@code ID.key} is its private half (PKCS #8, PEM),
 * {@code ID.pub} a public half (PEM), {@code ID.from} the key before it and its signature over the
 * new one.
 */
public final class SigningKeys {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private static final String FROM = ".from";

  private final Path folder;

  private SigningKeys(Path folder) {
    this.folder = folder;
  }

  /** The keys in this folder; makes the first one when there is none. */
  public static SigningKeys in(Path folder) {
    KeyFiles.folder(folder);
    SigningKeys keys = new SigningKeys(folder);
    if (KeyFiles.text(keys.currentFile()).isEmpty()) {
      keys.rotate();
    }
    return keys;
  }

  /** Public halves of all keys there ever were in this folder; makes neither keys nor folder. */
  public static List<VerifyingKey> known(Path folder) {
    return Files.isDirectory(folder) ? new SigningKeys(folder).all() : List.of();
  }

  /** The key in use, as it is on disk now: another process may have rotated. */
  public SigningKey current() {
    String id = currentId();
    Optional<String> secret = KeyFiles.secret(folder.resolve(id + ".key"));
    if (secret.isEmpty() && !currentId().equals(id)) {
      return current(); // rotated between our two looks
    }
    return new SigningKey(parse(secret.orElseThrow(() -> missing(id))), published(id));
  }

  private String currentId() {
    return KeyFiles.text(currentFile())
        .orElseThrow(
            () ->
                CryptoProblem.KEY_MISSING.because(
                    "The file " + currentFile() + " is gone.",
                    "Put the folder back from your own copy of it."));
  }

  private ProblemException missing(String id) {
    return CryptoProblem.KEY_MISSING.because(
        "The signing key " + id + " is not in " + folder + ".",
        "Put it back, or remove the file \"current\" to begin with a new key.");
  }

  private VerifyingKey published(String id) {
    return KeyFiles.text(folder.resolve(id + ".pub"))
        .map(VerifyingKey::parse)
        .filter(key -> key.id().equals(id))
        .orElseThrow(
            () ->
                CryptoProblem.KEY_BROKEN.because(
                    "The public half of the signing key " + id + " is gone or another one.",
                    "Put the folder " + folder + " back from your own copy of it."));
  }

  /** Makes a new key and uses it from now on. */
  public SigningKey rotate() {
    Optional<String> old = KeyFiles.text(currentFile());
    KeyPair pair = pair();
    VerifyingKey verifying = VerifyingKey.of(pair.getPublic());
    String secret =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    KeyFiles.write(folder.resolve(verifying.id() + ".pub"), verifying.pem());
    old.ifPresent(id -> handOver(id.strip(), verifying));
    KeyFiles.write(
        folder.resolve(verifying.id() + ".key"), BEGIN + "\n" + secret + "\n" + END + "\n");
    KeyFiles.write(currentFile(), verifying.id() + "\n");
    old.ifPresent(id -> KeyFiles.delete(folder.resolve(id + ".key")));
    return new SigningKey(pair.getPrivate(), verifying);
  }

  /** The old key vouches for the new one while it is still there. */
  private void handOver(String old, VerifyingKey fresh) {
    KeyFiles.secret(folder.resolve(old + ".key"))
        .map(pem -> new SigningKey(parse(pem), published(old)))
        .map(former -> KeyHandover.sign(former, fresh))
        .ifPresent(
            h ->
                KeyFiles.write(
                    folder.resolve(fresh.id() + FROM), h.from() + "\n" + h.signature() + "\n"));
  }

  /** What everybody may know of these keys. */
  public PublicKeys published() {
    List<VerifyingKey> all = all();
    Map<String, KeyHandover> byFormer = new HashMap<>();
    all.forEach(key -> handover(key).ifPresent(h -> byFormer.put(h.from(), h)));
    List<KeyHandover> ordered = new ArrayList<>();
    all.stream()
        .filter(key -> byFormer.values().stream().noneMatch(h -> h.to().equals(key)))
        .forEach(first -> follow(first.id(), byFormer, ordered));
    return new PublicKeys(all, ordered);
  }

  private static void follow(
      String first, Map<String, KeyHandover> byFormer, List<KeyHandover> ordered) {
    for (Optional<KeyHandover> next = Optional.ofNullable(byFormer.get(first));
        next.isPresent();
        next = Optional.ofNullable(byFormer.get(next.get().to().id()))) {
      ordered.add(next.get());
    }
  }

  private Optional<KeyHandover> handover(VerifyingKey to) {
    return KeyFiles.text(folder.resolve(to.id() + FROM))
        .map(text -> text.lines().toList())
        .filter(lines -> lines.size() == 2)
        .map(lines -> new KeyHandover(lines.get(0), to, lines.get(1)));
  }

  /** The public halves of all keys there ever were in this folder. */
  public List<VerifyingKey> all() {
    return KeyFiles.ending(folder, ".pub").stream()
        .flatMap(file -> KeyFiles.text(file).stream())
        .map(VerifyingKey::parse)
        .toList();
  }

  private Path currentFile() {
    return folder.resolve("current");
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private PrivateKey parse(String pem) {
    String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance(VerifyingKey.ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw CryptoProblem.KEY_BROKEN.because(
          "The signing key in " + folder + " cannot be read.",
          "Put the folder back from your own copy of it.");
    }
  }
}
