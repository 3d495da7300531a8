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
  private final URI console;

  /** Takes a mail within the transaction; sends it later. */
  @FunctionalInterface
  public interface Outbox {
    /**
     * @param with {@code count}: how many promises; {@code changes}: what changed, with links
     */
    void send(DSLContext tx, String to, Map<String, String> with);
  }

  /**
   * Where people are reached.
   *
   * @param person the mail address of a person assigned; empty when forgotten or shut out
   * @param named the mail address of whom the charter names for a promise; empty when it names a
   *     role that has none
   * @param otherwise for promises nobody answers for; empty tells nobody
   */
  public record Recipients(
      Addresses person, Function<PromiseId, Optional<String>> named, Optional<String> otherwise) {}

  /** The mail addresses of people. */
  @FunctionalInterface
  public interface Addresses {
    /** Empty when the person is forgotten or shut out. */
    Optional<String> of(DSLContext tx, ReferenceId person);
  }

  /**
   * @param console the address of the console, for links
   */
  public MailAlerts(Outbox outbox, Recipients recipients, URI console) {
    this.outbox = outbox;
    this.recipients = recipients;
    this.console = console;
  }

  @Override
  public void tell(DSLContext tx, List<Change> changes) {
    Map<PromiseId, ReferenceId> assigned =
        Owners.of(tx, changes.stream().map(Change::promise).distinct().toList());
    Map<String, List<Change>> mails = new LinkedHashMap<>();
    for (Change change : changes) {
      Optional.ofNullable(assigned.get(change.promise()))
          .flatMap(person -> recipients.person().of(tx, person))
          .or(() -> recipients.named().apply(change.promise()))
          .or(recipients::otherwise)
          .ifPresent(to -> mails.computeIfAbsent(to, t -> new ArrayList<>()).add(change));
    }
    mails.forEach(
        (to, of) ->
            outbox.send(tx, to, Map.of("count", Integer.toString(of.size()), "changes", text(of))));
  }

  private String text(List<Change> changes) {
    return changes.stream().map(this::text).collect(Collectors.joining("\n\n"));
  }

  private String text(Change change) {
    return String.join(
        "\n",
        word(change.from()) + " \u2192 " + word(change.to()),
        change.sentence(),
        change.why(),
        Alert.link(console, change));
  }

  private static String word(Optional<Verdict> verdict) {
    return verdict.map(Verdict::name).orElse("-");
  }
}
