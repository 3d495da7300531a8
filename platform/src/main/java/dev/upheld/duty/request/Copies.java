package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_COPY;
import static dev.upheld.store.generated.Tables.REQUEST_COPY_PART;

import dev.upheld.duty.request.Acts.Told;
import dev.upheld.journal.Draft;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import dev.upheld.store.generated.tables.records.RequestCopyRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Copies of a person's data that wait to be fetched. Each is sealed piece by piece with the key of
 * its case, opens to a fresh code from the person's mail alone, and goes when its time is over.
 * Thread-safe.
 */
public final class Copies {
  /** How long a copy waits. */
  public static final Duration WAITS = Duration.ofDays(14);

  private static final Duration CODE_LIVES = Duration.ofMinutes(20);

  /** A piece that nobody finished a copy from for so long was left by a process that was killed. */
  private static final Duration LEFT = Duration.ofDays(2);

  private static final int MOST_TRIES = 5;
  private static final int CODES = 100_000_000;
  private static final int GROUP = 4;
  private static final String CODE = "request-copy-code";

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;
  private final SecureRandom random = new SecureRandom();

  Copies(Desk desk, Acts acts, Flow flow) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
  }

  /**
   * A copy that can be fetched.
   *
   * @param bytes how large it is
   */
  public record Ready(long bytes, Instant made, Instant expires) {}

  /** Writes a copy. */
  @FunctionalInterface
  public interface Maker {
    /** Writes all of it; whatever it throws leaves no copy. */
    void write(OutputStream out) throws IOException;
  }

  /** The copy of a request; empty where none was made, or its time is over. */
  public Optional<Ready> ready(CaseRef ref) {
    return row(desk.store().dsl(), ref)
        .filter(this::isThere)
        .map(r -> new Ready(r.getBytes(), r.getMade(), r.getExpires()));
  }

  /** Whether one was made for this request, even if it is gone by now. */
  public boolean made(CaseRef ref) {
    return row(desk.store().dsl(), ref).isPresent();
  }

  private boolean isThere(RequestCopyRecord row) {
    return row.getGone() == null && row.getExpires().isAfter(desk.now());
  }

  private static Optional<RequestCopyRecord> row(DSLContext dsl, CaseRef ref) {
    return dsl.selectFrom(REQUEST_COPY).where(REQUEST_COPY.REF.eq(ref.value())).fetchOptional();
  }

  /**
   * Keeps what the maker writes, sealed, and tells the person. A second copy is not made.
   *
   * @param facts for the journal; they name nobody
   */
  public void keep(CaseRef ref, Map<String, Object> facts, Maker maker) {
    RequestCaseRecord file =
        desk.cases().find(desk.store().dsl(), ref).orElseThrow(RequestProblem::unknown);
    UUID id = UUID.randomUUID();
    SealedPieces pieces =
        new SealedPieces(
            (number, piece) -> put(id, number, seal(file.getKey(), id, number, piece)));
    try (pieces) {
      maker.write(pieces);
    } catch (IOException e) {
      drop(desk.store().dsl(), id);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      drop(desk.store().dsl(), id);
      throw e;
    }
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          Instant now = desk.now();
          int first =
              on.tx()
                  .insertInto(REQUEST_COPY)
                  .set(REQUEST_COPY.REF, ref.value())
                  .set(REQUEST_COPY.ID, id)
                  .set(REQUEST_COPY.MADE, now)
                  .set(REQUEST_COPY.EXPIRES, now.plus(WAITS))
                  .set(REQUEST_COPY.BYTES, pieces.bytes())
                  .set(REQUEST_COPY.PARTS, pieces.count())
                  .onConflictDoNothing()
                  .execute();
          if (first == 0) {
            throw RequestProblem.notNow();
          }
          Told told = Told.byMail("copied").with("bytes", pieces.bytes());
          for (Map.Entry<String, Object> fact : facts.entrySet()) {
            told = told.with(fact.getKey(), fact.getValue());
          }
          return told;
        });
  }

  private void put(UUID id, int number, byte[] sealed) {
    desk.store()
        .dsl()
        .insertInto(REQUEST_COPY_PART)
        .set(REQUEST_COPY_PART.ID, id)
        .set(REQUEST_COPY_PART.NUMBER, number)
        .set(REQUEST_COPY_PART.AT, desk.now())
        .set(REQUEST_COPY_PART.SEALED, sealed)
        .execute();
  }

  private byte[] seal(UUID key, UUID id, int number, byte[] piece) {
    return desk.keys().seal(key, piece, context(id, number));
  }

  /** Bound to its copy and its place: pieces cannot be swapped. */
  private static String context(UUID id, int number) {
    return "copy:" + id + ":" + number;
  }

  private static void drop(DSLContext dsl, UUID id) {
    dsl.deleteFrom(REQUEST_COPY_PART).where(REQUEST_COPY_PART.ID.eq(id)).execute();
  }

  /** What became of the wish for a code. */
  public enum Sent {
    SENT,
    /** Too many were asked for within the hour. */
    SLOWER,
    /** There is no copy any more, or no address to write to. */
    GONE
  }

  /** Mails a fresh code to the address on file; an older one ends. */
  public Sent send(CaseRef ref) {
    if (ready(ref).isEmpty()) {
      return Sent.GONE;
    }
    if (!flow.let(Flow.Kind.COPY, ref.value())) {
      return Sent.SLOWER;
    }
    String code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<RequestCaseRecord> file = desk.cases().find(tx, ref);
              Optional<Contents> contents = file.flatMap(desk.cases()::contents);
              if (contents.isEmpty() || contents.get().email().isBlank()) {
                return Sent.GONE;
              }
              desk.mail(
                  tx,
                  "request-copy-code",
                  new Desk.To(contents.get().email(), file.get().getLanguage()),
                  Map.of(
                      "ref",
                      ref.value(),
                      "code",
                      code.substring(0, GROUP) + " " + code.substring(GROUP),
                      "minutes",
                      String.valueOf(CODE_LIVES.toMinutes())));
              tx.update(REQUEST_COPY)
                  .set(REQUEST_COPY.CODE_HASH, hash(ref, code))
                  .set(REQUEST_COPY.CODE_TRIES, 0)
                  .set(REQUEST_COPY.CODE_EXPIRES, desk.now().plus(CODE_LIVES))
                  .where(REQUEST_COPY.REF.eq(ref.value()))
                  .execute();
              return Sent.SENT;
            });
  }

  /** Bound to its request: a code serves for one copy and no other. */
  private String hash(CaseRef ref, String code) {
    return HexFormat.of().formatHex(desk.vault().fingerprint(CODE, ref.value() + ":" + code));
  }

  /** What a code led to. */
  public sealed interface Fetched {}

  /** It opens the copy. */
  public record Opened(Body body) implements Fetched {}

  /** It is not the code that was sent; it may be tried again. */
  public record WrongCode() implements Fetched {}

  /** The code, or the copy, serves no more: a fresh code may be asked for as long as it waits. */
  public record Over() implements Fetched {}

  /** A copy as it is handed out. */
  public interface Body {
    /** How large it is. */
    long bytes();

    /** Writes it, piece by piece; only a piece is in memory at a time. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Opens the copy with the code that was mailed; the code serves once. */
  public Fetched fetch(CaseRef ref, String code) {
    Fetched fetched =
        desk.store().inTransaction(tx -> tried(tx, ref, code.replaceAll("[\\s.-]", "")));
    if (fetched instanceof Opened) {
      acts.change(ref, Optional.empty(), on -> Told.quietly("copy-fetched"));
    }
    return fetched;
  }

  private Fetched tried(DSLContext tx, CaseRef ref, String code) {
    Optional<RequestCopyRecord> found =
        tx.selectFrom(REQUEST_COPY)
            .where(REQUEST_COPY.REF.eq(ref.value()))
            .forUpdate()
            .fetchOptional()
            .filter(this::isThere)
            .filter(r -> r.getCodeHash() != null && r.getCodeExpires().isAfter(desk.now()))
            .filter(r -> r.getCodeTries() < MOST_TRIES);
    Optional<RequestCaseRecord> file = desk.cases().find(tx, ref);
    if (found.isEmpty() || file.isEmpty()) {
      return new Over();
    }
    RequestCopyRecord row = found.get();
    if (!MessageDigest.isEqual(ascii(row.getCodeHash()), ascii(hash(ref, code)))) {
      row.setCodeTries(row.getCodeTries() + 1);
      row.store();
      if (row.getCodeTries() == MOST_TRIES) {
        desk.journal()
            .append(
                tx,
                Draft.of("request.code-spent", Map.of("case", ref.value(), "tries", MOST_TRIES)));
        return new Over();
      }
      return new WrongCode();
    }
    row.setCodeHash(null);
    row.setFetched(desk.now());
    row.store();
    return new Opened(new Stored(row.getId(), file.get().getKey(), row.getBytes(), row.getParts()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private final class Stored implements Body {
    private final UUID id;
    private final UUID key;
    private final long size;
    private final int parts;

    Stored(UUID id, UUID key, long size, int parts) {
      this.id = id;
      this.key = key;
      this.size = size;
      this.parts = parts;
    }

    @Override
    public long bytes() {
      return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      for (int number = 0; number < parts; number++) {
        out.write(piece(number));
      }
    }

    private byte[] piece(int number) throws IOException {
      return desk.store()
          .dsl()
          .select(REQUEST_COPY_PART.SEALED)
          .from(REQUEST_COPY_PART)
          .where(REQUEST_COPY_PART.ID.eq(id))
          .and(REQUEST_COPY_PART.NUMBER.eq(number))
          .fetchOptional(REQUEST_COPY_PART.SEALED)
          .flatMap(bytes -> desk.keys().open(key, bytes, context(id, number)))
          .orElseThrow(() -> new IOException("the copy went while it was fetched"));
    }
  }

  /** Deletes copies whose time is over, and pieces that belong to none. */
  void tidy() {
    List<CaseRef> over =
        desk.store()
            .dsl()
            .selectFrom(REQUEST_COPY)
            .where(REQUEST_COPY.GONE.isNull())
            .and(REQUEST_COPY.EXPIRES.le(desk.now()))
            .fetch(r -> new CaseRef(r.getRef()));
    for (CaseRef ref : over) {
      var _ = desk.store().inTransaction(tx -> over(tx, ref));
    }
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_COPY_PART)
        .where(REQUEST_COPY_PART.AT.lt(desk.now().minus(LEFT)))
        .and(REQUEST_COPY_PART.ID.notIn(DSL.select(REQUEST_COPY.ID).from(REQUEST_COPY)))
        .execute();
  }

  private int over(DSLContext tx, CaseRef ref) {
    Instant now = desk.now();
    int mine =
        tx.update(REQUEST_COPY)
            .set(REQUEST_COPY.GONE, now)
            .setNull(REQUEST_COPY.CODE_HASH)
            .where(REQUEST_COPY.REF.eq(ref.value()))
            .and(REQUEST_COPY.GONE.isNull())
            .execute();
    if (mine == 1) {
      dropParts(tx, ref);
      desk.journal().append(tx, Draft.of("request.copy-over", Map.of("case", ref.value())));
    }
    return mine;
  }

  /** Deletes the pieces of a request's copy; its row stays with the dates. */
  static void dropParts(DSLContext tx, CaseRef ref) {
    tx.deleteFrom(REQUEST_COPY_PART)
        .where(
            REQUEST_COPY_PART.ID.in(
                DSL.select(REQUEST_COPY.ID)
                    .from(REQUEST_COPY)
                    .where(REQUEST_COPY.REF.eq(ref.value()))))
        .execute();
  }
}
