package dev.upheld.connect.vault;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.SealKey;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An archive of encrypted files in a folder. Every method throws {@link ProblemException} with a
 * {@link ConnectProblem} where the disk or the key does not let it; messages never carry data.
 */
public final class Vault {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}");

  /** An empty file that shows, before any row came, that the folder is the archive. */
  static final String MARK = ".upheld-archive";

  private final String system;
  private final Path folder;
  private final SealKey key;
  private final KeyedHash hash;
  private final Runnable moment;

  private Vault(String system, Path folder, SealKey key, Runnable moment) {
    this.system = system;
    this.folder = folder;
    this.key = key;
    this.hash = key.hash("index");
    this.moment = moment;
  }

  /**
   * Opens the archive of a system.
   *
   * @throws ProblemException where it is none, its folder is not there, or its key is no key
   */
  public static Vault of(SystemEntry system) {
    return of(system, () -> {});
  }

  /**
   * The same, watched.
   *
   * @param moment called between any two steps that change files
   */
  static Vault of(SystemEntry system, Runnable moment) {
    Endpoint endpoint =
        system
            .access()
            .filter(_ -> system.isVault())
            .orElseThrow(
                () ->
                    system
                        .unreachable()
                        .map(ProblemException::new)
                        .orElseGet(
                            () ->
                                problem(
                                    ConnectProblem.UNFIT,
                                    "System " + system.id() + " is no archive of files.",
                                    "Give it kind: vault in systems.yaml.")));
    Path folder = Path.of(endpoint.database());
    if (!Files.isDirectory(folder)) {
      throw problem(
          ConnectProblem.GONE,
          "The folder of the archive " + system.id() + " is not there.",
          "Make it, or mount its disk; or correct folder in systems.yaml.");
    }
    return new Vault(system.id(), folder, SealKey.given(endpoint.password()), moment);
  }

  Path folder() {
    return folder;
  }

  /** Whether a table may have that name: folders of others, such as lost+found, have not. */
  static boolean isTable(String name) {
    return PLAIN.matcher(name).matches();
  }

  /**
   * Whether the folder shows that it is the archive: it has the mark, or a folder of any table.
   * Else it may be the place where a disk belongs that is not mounted, and nothing in it says
   * nothing.
   */
  boolean isMarked() throws IOException {
    return Files.exists(folder.resolve(MARK), LinkOption.NOFOLLOW_LINKS) || !tables().isEmpty();
  }

  /** What to say where it is not {@linkplain #isMarked marked}. */
  String bare() {
    return isBare() + " If it is new, put an empty file " + MARK + " into it.";
  }

  private String isBare() {
    return "The folder of the archive "
        + system
        + " is empty, and may be one whose disk is not mounted.";
  }

  /** What was written where a disk is to be mounted would be gone from sight with the mount. */
  private void refuseBare() {
    if (!doing("to be looked at", this::isMarked)) {
      throw problem(
          ConnectProblem.UNFIT,
          isBare() + " Nothing was written.",
          "Mount the disk. If the folder is new, put an empty file into it: touch "
              + folder.resolve(MARK));
    }
  }

  /** The tables that have a folder. */
  List<TableName> tables() throws IOException {
    return within().stream()
        .filter(Vault::isTable)
        .filter(name -> Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
        .map(name -> new TableName(Optional.empty(), name))
        .toList();
  }

  /** How many files and folders are none of an archive; those that a disk of its own has aside. */
  long strange() throws IOException {
    return within().stream()
            .filter(name -> !name.equals(MARK) && !name.equals("lost+found"))
            .count()
        - tables().size();
  }

  private List<String> within() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(path -> names.add(Objects.requireNonNull(path.getFileName()).toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names.stream().sorted().toList();
  }

  private static ProblemException problem(ConnectProblem code, String what, String mend) {
    return new ProblemException(Problem.of(code, what, mend));
  }

  private ProblemException trouble(String doing, IOException e) {
    boolean full = String.valueOf(e.getMessage()).contains("No space left");
    String why =
        full
            ? "it has no room left on its disk"
            : e instanceof Unreadable ? e.getMessage() : e.getClass().getSimpleName();
    return problem(
        e instanceof Unreadable ? ConnectProblem.UNFIT : ConnectProblem.REFUSED,
        "The archive " + system + " failed " + doing + ": " + why + ".",
        full
            ? "Make room there. What was not committed is still in its database."
            : "Look at its folder, its disk and the rights of the account of Upheld there.");
  }

  Drawer drawer(TableName table) {
    if (table.schema().isPresent() || !isTable(table.name())) {
      throw problem(
          ConnectProblem.UNFIT,
          "A table of the archive " + system + " has a name that can be none of a folder.",
          "Name it with letters, digits, - and _ only.");
    }
    return new Drawer(folder.resolve(table.name()), moment);
  }

  /** Refuses where nothing could be written now; nothing is changed. */
  public void check(TableName table) {
    Path own = drawer(table).folder();
    Path written = Files.isDirectory(own) ? own : folder;
    if (!Files.isWritable(written) || !Files.isExecutable(written)) {
      throw problem(
          ConnectProblem.DENIED,
          "The folder of the archive " + system + " cannot be written by this account.",
          "Give it to the account of Upheld, and to nobody else.");
    }
    refuseBare();
  }

  /**
   * Begins a file. Nobody can read it before it is confirmed: its key is in memory alone.
   *
   * @param place whose table it is of
   */
  public Draft begin(Place place, VaultHeader header) {
    Drawer drawer = drawer(place.table());
    try {
      drawer.open();
      SealKey own = SealKey.random();
      String wrapped = key.wrap(own, wrapping(header.file()));
      return new Draft(this, place, header, own, wrapped);
    } catch (IOException e) {
      throw trouble("to begin a file", e);
    }
  }

  private static String wrapping(UUID file) {
    return "upheld-vault-1:" + file;
  }

  /** Files that nobody confirmed, as they say of themselves; those that cannot are passed over. */
  public List<VaultHeader> unconfirmed(TableName table) {
    Drawer drawer = drawer(table);
    try {
      List<VaultHeader> all = new ArrayList<>();
      for (UUID file : drawer.contents().unconfirmed()) {
        try {
          VaultHeader header = RowsReader.header(drawer.rows(file));
          if (header.file().equals(file)) {
            all.add(header);
          }
        } catch (Unreadable | NoSuchFileException e) {
          // killed while its first bytes were written: it stays unconfirmed
        }
      }
      return all;
    } catch (IOException e) {
      throw trouble("to be listed", e);
    }
  }

  /** Whether a file has lain there for longer than any transaction takes. */
  public boolean isOld(TableName table, VaultHeader header, Instant now, Duration old) {
    try {
      Instant written = Files.getLastModifiedTime(drawer(table).rows(header.file())).toInstant();
      return written.plus(old).isBefore(now);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Lets a file count whose rows are known to be gone where they came from.
   *
   * @param wrapped its key, as that system remembers it
   */
  public void confirm(Place place, VaultHeader header, String wrapped) {
    try {
      drawer(place.table())
          .publish(header.file(), sealed(place.table(), index(place, header, wrapped)));
    } catch (IOException e) {
      throw trouble("to confirm a file", e);
    }
  }

  /** Opens a file and makes its index. */
  VaultIndex index(Place place, VaultHeader header, String wrapped) throws IOException {
    VaultIndex.Maker maker = new VaultIndex.Maker(header, place, hash);
    RowsReader.read(drawer(place.table()).rows(header.file()), own(header.file(), wrapped), maker);
    return maker.made(wrapped);
  }

  private SealKey own(UUID file, String wrapped) throws Unreadable {
    return key.unwrap(wrapped, wrapping(file))
        .orElseThrow(() -> new Unreadable("its key does not open by the key of this archive"));
  }

  void publish(TableName table, VaultIndex index) {
    try {
      drawer(table).publish(index.file(), sealed(table, index));
    } catch (IOException e) {
      throw trouble("to confirm a file", e);
    }
  }

  private byte[] sealed(TableName table, VaultIndex index) {
    return key.seal(index.bytes(), sealing(table, index.file()));
  }

  private static String sealing(TableName table, UUID file) {
    return "upheld-index-1:" + table.name() + ":" + file;
  }

  /** The index of a published file. */
  VaultIndex opened(TableName table, UUID file) throws IOException {
    byte[] sealed = drawer(table).readIndex(file);
    return VaultIndex.of(
        key.open(sealed, sealing(table, file))
            .orElseThrow(() -> new Unreadable("its index does not open")));
  }

  /**
   * Reads all rows of a published file.
   *
   * @return how many there are
   */
  long read(TableName table, VaultIndex index, RowsReader.Sink sink) throws IOException {
    long[] rows = {0};
    RowsReader.read(
        drawer(table).rows(index.file()),
        own(index.file(), index.wrapped()),
        values -> {
          rows[0]++;
          sink.row(values);
        });
    return rows[0];
  }

  /** Removes a file that nobody confirmed, and nobody will. */
  public void discard(TableName table, VaultHeader header) {
    try {
      drawer(table).discard(header.file());
    } catch (IOException e) {
      throw trouble("to remove what nobody confirmed", e);
    }
  }

  /** Published files whose rows no other one has taken over. */
  Set<UUID> counting(Drawer drawer, Drawer.Contents contents) {
    Set<UUID> all = new TreeSet<>(contents.published());
    for (UUID file : contents.published()) {
      replaced(drawer, file).ifPresent(all::remove);
    }
    return all;
  }

  Set<UUID> counting(Drawer drawer) throws IOException {
    return counting(drawer, drawer.contents());
  }

  /** Whose rows a published file took over. */
  private static Optional<UUID> replaced(Drawer drawer, UUID file) {
    try {
      return RowsReader.header(drawer.rows(file)).replaces();
    } catch (IOException e) {
      return Optional.empty(); // told of when it is opened
    }
  }

  /** Ends rows of one table, where nobody else does. */
  public VaultActs acts(Place place) {
    Drawer drawer = drawer(place.table());
    try {
      drawer.open();
      FolderTurn turn =
          FolderTurn.take(drawer.folder())
              .orElseThrow(
                  () ->
                      problem(
                          ConnectProblem.REFUSED,
                          "Somebody else ends files of the archive " + system + " now.",
                          "Try again when that has ended."));
      return new VaultActs(this, place, turn);
    } catch (IOException e) {
      throw trouble("to be opened", e);
    }
  }

  /** Looks at archived rows of one table. */
  public VaultRows rows(TableName table) {
    return new VaultRows(this, table);
  }

  /** By what rows of a person are found in an index. */
  String person(String word, String value) {
    return VaultIndex.person(hash, word, value);
  }

  /** Does something with files of a table. */
  <T> T doing(String what, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw trouble(what, e);
    }
  }

  /** What may fail. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Whether others than the account of Upheld may look into the folder. */
  boolean isOpenToOthers() {
    try {
      boolean others =
          !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
              .getName()
              .equals(System.getProperty("user.name"));
      return others
          || Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).stream()
              .anyMatch(p -> !p.name().startsWith("OWNER"));
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }
}
