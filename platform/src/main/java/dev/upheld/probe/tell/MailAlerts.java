package dev.upheld.probe.tell;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Owners;
import dev.upheld.probe.keep.Teller;
import dev.upheld.verdict.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Mails to whoever answers for a promise: the person assigned, or whom the charter names, or an
 * address for what nobody answers for. What one transaction records is one mail for each of them.
 */
public final class MailAlerts implements Teller {
  private final Outbox outbox;
  private final Recipients recipients;
  private final Speech speech;
  private final URI console;

  /** Takes a mail within the transaction; sends it later. */
  @FunctionalInterface
  public interface Outbox {
    /**
     * @param with {@code count}: how many promises; {@code changes}: what changed, with links
     */
    void send(DSLContext tx, To to, Map<String, String> with);
  }

  /**
   * Who gets a mail.
   *
   * @param email personal data
   * @param language two letters
   */
  public record To(String email, String language) {
    @Override
    public String toString() {
      return "To";
    }
  }

  /** In which language somebody is told, and what verdicts are called in it. */
  public interface Speech {

    /** The language of whoever has this address, two letters. */
    String language(DSLContext tx, String email);

    /** A verdict in this language. */
    String word(Verdict verdict, String language);
  }

  /**
   * Where people are reached.
   *
   * @param person the mail address of a person assigned; empty when forgotten or shut out
   * @param named the mail address of whom the charter names for a promise; empty when it names a
   *     role that has none
   * @param otherwise for promises nobody answers for; empty tells nobody
   * @param fit which addresses a mail can be sent to
   */
  public record Recipients(
      Addresses person,
      Function<PromiseId, Optional<String>> named,
      Optional<String> otherwise,
      Fit fit) {}

  /** Which addresses can be used. One that cannot must not undo what is told: the next is asked. */
  public interface Fit {
    /** Whether a mail can be sent there. */
    boolean fits(String email);

    /** An address for this promise cannot be used: somebody must learn of it. */
    void unfit(PromiseId promise);
  }

  /** The mail addresses of people. */
  @FunctionalInterface
  public interface Addresses {
    /** Empty when the person is forgotten or shut out. */
    Optional<String> of(DSLContext tx, ReferenceId person);
  }

  /**
   * @param console the address of the console, for links
   */
  public MailAlerts(Outbox outbox, Recipients recipients, Speech speech, URI console) {
    this.outbox = outbox;
    this.recipients = recipients;
    this.speech = speech;
    this.console = console;
  }

  @Override
  public void tell(DSLContext tx, List<Change> changes) {
    Map<PromiseId, ReferenceId> assigned =
        Owners.of(tx, changes.stream().map(Change::promise).distinct().toList());
    Map<String, List<Change>> mails = new LinkedHashMap<>();
    for (Change change : changes) {
      PromiseId promise = change.promise();
      Optional.ofNullable(assigned.get(promise))
          .flatMap(person -> fit(promise, recipients.person().of(tx, person)))
          .or(() -> fit(promise, recipients.named().apply(promise)))
          .or(() -> fit(promise, recipients.otherwise()))
          .ifPresent(to -> mails.computeIfAbsent(to, t -> new ArrayList<>()).add(change));
    }
    mails.forEach((email, of) -> send(tx, new To(email, speech.language(tx, email)), of));
  }

  private Optional<String> fit(PromiseId promise, Optional<String> email) {
    Optional<String> fitting = email.filter(recipients.fit()::fits);
    if (email.isPresent() && fitting.isEmpty()) {
      recipients.fit().unfit(promise);
    }
    return fitting;
  }

  private void send(DSLContext tx, To to, List<Change> changes) {
    String text =
        changes.stream().map(c -> text(c, to.language())).collect(Collectors.joining("\n\n"));
    outbox.send(tx, to, Map.of("count", Integer.toString(changes.size()), "changes", text));
  }

  private String text(Change change, String language) {
    return String.join(
        "\n",
        word(change.from(), language) + " \u2192 " + word(change.to(), language),
        change.sentence(),
        change.why(),
        Alert.link(console, change));
  }

  private String word(Optional<Verdict> verdict, String language) {
    return verdict.map(v -> speech.word(v, language)).orElse("-");
  }
}
