package dev.upheld.mail;

import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;

import dev.upheld.store.generated.tables.records.MailOutboxRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facade: puts mails into the outbox. A mail is there exactly when the caller's transaction is
 * committed; a worker sends it. Thread-safe.
 */
public final class Mail {
  static final String PURPOSE = "mail.outbox";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Seal seal;
  private final InstantSource clock;
  private final String domain;

  /**
   * @param domain behind the {@code @} of message ids
   */
  public Mail(Seal seal, InstantSource clock, String domain) {
    this.seal = seal;
    this.clock = clock;
    this.domain = domain;
  }

  /**
   * Queues a mail within the caller's transaction.
   *
   * @return its id, for the proof of sending
   * @throws dev.upheld.kernel.ProblemException when the recipient is not one plain address
   */
  public UUID send(DSLContext tx, Message message) {
    Letter letter = Templates.write(message);
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    tx.insertInto(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.ID, id)
        .set(MAIL_OUTBOX.MESSAGE_ID, "<" + id + "@" + domain + ">")
        .set(MAIL_OUTBOX.TEMPLATE, message.template())
        .set(MAIL_OUTBOX.CONTENT_SEALED, seal.seal(PURPOSE, written(letter)))
        .set(MAIL_OUTBOX.MADE, now)
        .set(MAIL_OUTBOX.NEXT_ATTEMPT, now)
        .execute();
    return id;
  }

  /** Whether a mail can be sent to this address: one, plain. */
  public static boolean takes(String address) {
    return Templates.isAddress(address);
  }

  private static String written(Letter letter) {
    return JSON.createObjectNode()
        .put("to", letter.to())
        .put("subject", letter.subject())
        .put("text", letter.text())
        .toString();
  }

  static Letter read(Seal seal, byte[] sealed) {
    JsonNode node = JSON.readTree(seal.open(PURPOSE, sealed));
    return new Letter(
        node.get("to").asString(), node.get("subject").asString(), node.get("text").asString());
  }

  /**
   * What became of a mail.
   *
   * @param messageId as the recipient's mail program shows it
   * @param attempts how often sending was tried
   * @param sent when the mail server took it
   * @param serverReply what the server answered
   * @param failed why it was given up
   */
  public record Proof(
      String messageId,
      int attempts,
      Optional<Instant> sent,
      Optional<String> serverReply,
      Optional<String> failed) {}

  /** What became of a mail; empty when there is none with this id. */
  static Optional<Proof> proof(DSLContext dsl, UUID id) {
    return dsl.selectFrom(MAIL_OUTBOX).where(MAIL_OUTBOX.ID.eq(id)).fetchOptional(Mail::proof);
  }

  /** What became of many mails; those there are no more are left out. */
  public static Map<UUID, Proof> proofs(DSLContext dsl, Collection<UUID> ids) {
    return dsl.selectFrom(MAIL_OUTBOX)
        .where(MAIL_OUTBOX.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(MAIL_OUTBOX.ID, Mail::proof);
  }

  private static Proof proof(MailOutboxRecord row) {
    return new Proof(
        row.getMessageId(),
        row.getAttempts(),
        Optional.ofNullable(row.getSent()),
        Optional.ofNullable(row.getServerReply()),
        Optional.ofNullable(row.getFailed()));
  }
}
