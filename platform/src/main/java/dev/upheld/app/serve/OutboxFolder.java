package dev.upheld.app.serve;

import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.engine.Outbox;
import dev.upheld.kernel.Sha256;
import dev.upheld.store.StoreHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent to partners, one file for each act in the home of Upheld. Ids of people are sealed
 * with a key that is dropped as soon as the act is done: then no copy of the folder opens.
 */
final class OutboxFolder implements Outbox {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String HALF = ".new";

  /** The key stands before what it seals, so that a file that was cut short names it, too. */
  private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f-]{36})\"");

  private final Path folder;
  private final CaseKeys keys;

  private OutboxFolder(Path folder, CaseKeys keys) {
    this.folder = folder;
    this.keys = keys;
  }

  static OutboxFolder in(StoreHome home) {
    Path people = home.keys().resolve("people");
    MasterKey master = MasterKey.generatedIn(people.resolve("outbox.key"));
    return new OutboxFolder(
        home.folder().resolve("outbox"), new CaseKeys(List.of(master), people.resolve("outbox")));
  }

  private Path file(String act) {
    return folder.resolve(Sha256.hex(act) + ".json");
  }

  @Override
  public Optional<Sent> find(String act) {
    Optional<JsonNode> node = node(act);
    // whoever noted the end may have been killed before all was forgotten
    node.filter(n -> n.has("done"))
        .map(OutboxFolder::key)
        .filter(keys::has)
        .ifPresent(key -> forget(act, key));
    return node.map(n -> sent(act, n));
  }

  private Optional<JsonNode> node(String act) {
    try {
      return Files.isRegularFile(file(act))
          ? Optional.of(JSON.readTree(Files.readString(file(act))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sent sent(String act, JsonNode node) {
    Optional<Instant> done =
        Optional.ofNullable(node.get("done")).map(d -> Instant.parse(d.asString()));
    SortedSet<String> ids = new TreeSet<>();
    if (done.isEmpty()) {
      byte[] sealed = Base64.getDecoder().decode(node.get("ids").asString());
      byte[] open = keys.open(key(node), sealed, act).orElseThrow(() -> lost(act));
      JSON.readTree(open).forEach(id -> ids.add(id.asString()));
    }
    return new Sent(ids, node.get("figures").asString(), done);
  }

  private static UUID key(JsonNode node) {
    return UUID.fromString(node.get("key").asString());
  }

  private static IllegalStateException lost(String act) {
    return new IllegalStateException("the key of the outbox is gone for the act " + act);
  }

  @Override
  public void begin(String act, SortedSet<String> ids, String figures) {
    UUID key = keys.make();
    ObjectNode node = JSON.createObjectNode();
    node.put("act", act);
    node.put("key", key.toString());
    byte[] plain = JSON.writeValueAsString(ids).getBytes(StandardCharsets.UTF_8);
    node.put("ids", Base64.getEncoder().encodeToString(keys.seal(key, plain, act)));
    node.put("figures", figures);
    write(act, node);
  }

  @Override
  public void done(String act, Instant at) {
    ObjectNode node = (ObjectNode) node(act).orElseThrow();
    if (!node.has("done")) {
      node.remove("ids");
      node.put("done", at.toString());
      write(act, node);
    }
    forget(act, key(node));
  }

  /**
   * No copy of the folder opens any more. The key goes last: while it is there, something may be
   * left to forget.
   */
  private void forget(String act, UUID key) {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> halves =
          Files.newDirectoryStream(folder, Sha256.hex(act) + "-*" + HALF)) {
        for (Path half : halves) {
          Matcher named = KEY.matcher(Files.readString(half));
          if (named.find()) {
            keys.drop(UUID.fromString(named.group(1)));
          }
          Files.deleteIfExists(half);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    keys.drop(key);
  }

  /** On the disk when this returns, whole or not at all. */
  private void write(String act, JsonNode node) {
    Path half = folder.resolve(Sha256.hex(act) + "-" + UUID.randomUUID() + HALF);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(half, JSON.writeValueAsString(node));
      force(half, StandardOpenOption.WRITE);
      Files.move(half, file(act), StandardCopyOption.ATOMIC_MOVE);
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      if (e instanceof NoSuchFileException && node(act).filter(n -> n.has("done")).isPresent()) {
        return; // another server noted the end meanwhile, and forgot what we were writing
      }
      throw new UncheckedIOException(e);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
