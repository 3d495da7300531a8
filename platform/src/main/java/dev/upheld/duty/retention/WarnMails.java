package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Message;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Writes to people that their data goes.
 *
 * @param language which they are written to in: {@code en} or {@code fr}
 * @param centre where people see what is kept about them
 */
public record WarnMails(Mail mail, String language, URI centre) {

  /** What is the same for everybody who is told at once. */
  record Text(String template, String language, Map<String, String> with) {}

  Text text(Workspace workspace, Rule rule, Instant goes) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(language));
    String activity =
        rule.keep()
            .header()
            .activity()
            .flatMap(id -> Optional.ofNullable(workspace.charter().activities().get(id)))
            .map(a -> a.title())
            .orElse(rule.keep().header().sentence());
    return new Text(
        isOfUse(rule.keep().limit()) ? "retention-unused" : "retention-goes",
        language,
        Map.of(
            "company", workspace.charter().organisation().company().name(),
            "day", day.format(goes.atZone(workspace.zone())),
            "activity", activity,
            "centre", centre.toString()));
  }

  /** Whether using it again keeps it. */
  private static boolean isOfUse(Limit limit) {
    return limit.events().allMatch(event -> event.startsWith("last-"));
  }

  UUID send(DSLContext tx, Text text, String address) {
    return mail.send(tx, new Message(text.template(), text.language(), address, text.with()));
  }

  static boolean takes(String address) {
    return Mail.takes(address);
  }
}
