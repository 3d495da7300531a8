package dev.upheld.duty.retention;

import dev.upheld.crypto.SigningKey;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.engine.Expired;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.ReferenceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run of a rule destroyed, for whoever must show it: figures, no personal data. The text
 * is made when the run ends, with its entry of the journal, and signed when it is first asked for.
 */
public final class Certificate {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Certificate() {}

  /**
   * Who let the rule do it, and what it was then.
   *
   * @param who a random reference; empty for a command
   * @param says the promise as a sentence; empty where the leave is older than certificates
   * @param then how rows end
   */
  record Leave(
      Instant at, Optional<ReferenceId> who, Optional<String> says, Optional<String> then) {}

  /** The statement of a run, as it is kept until it is signed. */
  static String statement(Ran run, Optional<Leave> leave, EntryId entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("certificate", 1);
    node.put("rule", run.rule());
    node.put("promise", run.rule().substring(0, run.rule().indexOf('@')));
    leave.flatMap(Leave::says).ifPresent(says -> node.put("says", says));
    node.put("place", run.rule().substring(run.rule().indexOf('@') + 1));
    leave.flatMap(Leave::then).ifPresent(then -> node.put("then", then));
    node.put("digest", run.digest());
    Optional<Leave> before = leave.filter(l -> !l.at().isAfter(run.began()));
    before.ifPresent( // a later leave of the same rule let the next runs, not this one
        l -> {
          ObjectNode released = node.putObject("released");
          released.put("at", l.at().toString());
          l.who().ifPresent(who -> released.put("by", who.toString()));
        });
    node.put("run", run.id().toString());
    node.put("began", run.began().toString());
    run.ended().filter(_ -> !run.isInterrupted()).ifPresent(at -> node.put("ended", at.toString()));
    run.due().ifPresent(due -> due(node.putObject("due"), due));
    run.done().ifPresent(done -> done(node, done));
    run.left().ifPresent(left -> due(node.putObject("left"), left));
    run.trouble().ifPresent(why -> node.put("trouble", why));
    node.putObject("journal").put("entry", entry.sequence());
    return JSON.writeValueAsString(node);
  }

  private static void done(ObjectNode node, Expired done) {
    ObjectNode places = node.putObject("done");
    done.places()
        .forEach(
            (place, tally) ->
                places
                    .putObject(place)
                    .put("deleted", tally.deleted())
                    .put("ended", tally.ended())
                    .put("archived", tally.archived())
                    .put("detached", tally.detached()));
    ObjectNode kept = node.putObject("keptBack");
    done.keptBack().forEach(kept::put);
    node.put("whole", done.whole());
  }

  private static void due(ObjectNode node, DueRows due) {
    node.put("rows", due.rows());
    node.put("past", due.past());
    node.put("unknown", due.unknown());
    node.put("future", due.future());
    node.put("exempt", due.exempt());
    node.put("about", due.about());
    due.oldest().ifPresent(at -> node.put("oldest", at.toString()));
  }

  /** Which entry of the journal a statement names. */
  static long entry(String statement) {
    return JSON.readTree(statement).at("/journal/entry").asLong(0);
  }

  /**
   * Signs a statement (Ed25519, Base64) together with the hash of its entry in the journal.
   *
   * @param hash of the entry that the statement names; empty where it is not there
   */
  static String signed(String statement, Optional<String> hash, Instant at, SigningKey key) {
    ObjectNode said = (ObjectNode) JSON.readTree(statement);
    hash.ifPresent(h -> said.withObjectProperty("journal").put("hash", h));
    said.put("issued", at.toString());
    String text = JSON.writeValueAsString(said);
    ObjectNode node = JSON.createObjectNode();
    node.put("receipt", text);
    node.put("key", key.id());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    node.put("signature", Base64.getEncoder().encodeToString(signature));
    return JSON.writeValueAsString(node);
  }

  /**
   * Whether one of these keys signed exactly this.
   *
   * @param signed the file, as it was written
   * @return what was signed; empty where nobody of them signed it, or where it is no such file
   */
  public static Optional<JsonNode> verified(String signed, Collection<VerifyingKey> trusted) {
    try {
      JsonNode node = JSON.readTree(signed);
      String text = node.path("receipt").asString("");
      byte[] signature = Base64.getDecoder().decode(node.path("signature").asString(""));
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      return trusted.stream()
              .filter(key -> key.id().equals(node.path("key").asString("")))
              .anyMatch(key -> key.verifies(content, signature))
          ? Optional.of(JSON.readTree(text)).filter(n -> n.has("certificate"))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the run of a statement went through all of its list. */
  public static boolean isWhole(JsonNode said) {
    return said.path("whole").asBoolean(false) && !said.has("trouble");
  }

  /** What was signed, without looking at the signature. */
  public static JsonNode text(String signed) {
    return JSON.readTree(JSON.readTree(signed).path("receipt").asString(""));
  }
}
