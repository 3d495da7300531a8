package dev.upheld.duty.request;

import dev.upheld.access.Vault;
import dev.upheld.charter.model.Charter;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.RandomIds;
import dev.upheld.journal.Journal;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Message;
import dev.upheld.register.Subjects;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** What every part of the duty works with. */
record Desk(Requests.Parts parts, Cases cases, RandomIds random) {

  static Desk of(Requests.Parts parts) {
    return new Desk(parts, new Cases(parts.keys()), RandomIds.secure());
  }

  Store store() {
    return parts.store();
  }

  Journal journal() {
    return parts.journal();
  }

  Vault vault() {
    return parts.vault();
  }

  CaseKeys keys() {
    return parts.keys();
  }

  Subjects subjects() {
    return parts.subjects();
  }

  Charter charter() {
    return parts.charter().get();
  }

  Instant now() {
    return clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private InstantSource clock() {
    return parts.clock();
  }

  /** Today where the company is. */
  LocalDate today() {
    return day(now());
  }

  LocalDate day(Instant at) {
    return at.atZone(charter().organisation().company().zone()).toLocalDate();
  }

  /** Queues a mail; the company's name is in all of them. */
  void mail(DSLContext tx, String template, To to, Map<String, String> with) {
    if (Mail.takes(to.email())) {
      Map<String, String> all = new HashMap<>(with);
      all.put("company", charter().organisation().company().name());
      parts.mail().send(tx, new Message(template, to.language(), to.email(), all));
    }
  }

  /** Tells whoever answers for requests. */
  void tellOfficers(DSLContext tx, String template, Map<String, String> facts) {
    Map<String, String> with = new HashMap<>(facts);
    with.put("link", parts.url() + "/requests/" + facts.get("ref"));
    parts.officers().get().forEach(o -> mail(tx, template, new To(o.email(), o.language()), with));
  }

  /** Tells programs of a turn, and of the tasks that came with it. */
  void notice(DSLContext tx, RequestCaseRecord row, Acts.Told told) {
    Notice.Head head = new Notice.Head(now(), parts.url() + "/requests/");
    Notice.of(told, row, cases.rights(tx, row), head).forEach(n -> parts.notices().take(tx, n));
    for (Map<String, Object> task : cases.announced(tx, row)) {
      parts.notices().take(tx, head.notice(row, "request.task-given", task));
    }
  }

  /** Whom a mail goes to; an address no mail can be sent to gets none. */
  record To(String email, String language) {
    @Override
    public String toString() {
      return "To";
    }
  }

  /** The address of a private page. */
  String page(String link) {
    return parts.url() + parts.page() + link;
  }

  Supplier<RequestWork> work() {
    return parts.work();
  }
}
