package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_CHANGE;
import static dev.upheld.store.generated.Tables.REQUEST_MESSAGE;
import static dev.upheld.store.generated.Tables.REQUEST_PAUSE;
import static dev.upheld.store.generated.Tables.REQUEST_REVIEW;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;
import static dev.upheld.store.generated.Tables.REQUEST_TASK;
import static dev.upheld.store.generated.Tables.REQUEST_TURN;

import dev.upheld.charter.model.Charter;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.duty.request.CaseFile.Message;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.duty.request.CaseFile.Task;
import dev.upheld.duty.request.CaseFile.Turn;
import dev.upheld.journal.ReferenceId;
import dev.upheld.law.Pause;
import dev.upheld.law.SuspensionGround;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import dev.upheld.store.generated.tables.records.RequestRightRecord;
import dev.upheld.store.generated.tables.records.RequestTaskRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Requests as they are kept: which row is what, and what is sealed with the key of the case. */
final class Cases {
  private static final String CONTENT = "content";
  private static final String MESSAGE = "message";
  private static final String TASK = "task";
  private static final String RESULT = "result";
  private static final String EXTENSION = "extension";
  private static final String REFUSAL = "refusal";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final CaseKeys keys;

  Cases(CaseKeys keys) {
    this.keys = keys;
  }

  Optional<RequestCaseRecord> find(DSLContext dsl, CaseRef ref) {
    return dsl.selectFrom(REQUEST_CASE).where(REQUEST_CASE.REF.eq(ref.value())).fetchOptional();
  }

  Optional<RequestCaseRecord> locked(DSLContext tx, CaseRef ref) {
    return tx.selectFrom(REQUEST_CASE)
        .where(REQUEST_CASE.REF.eq(ref.value()))
        .forUpdate()
        .fetchOptional();
  }

  Optional<CaseRef> byLink(DSLContext dsl, byte[] hash) {
    return dsl.select(REQUEST_CASE.REF)
        .from(REQUEST_CASE)
        .where(REQUEST_CASE.LINK_HASH.eq(hash))
        .fetchOptional(row -> new CaseRef(row.value1()));
  }

  List<CaseLine> lines(DSLContext dsl, Condition which, int limit) {
    List<RequestCaseRecord> rows =
        dsl.selectFrom(REQUEST_CASE)
            .where(which)
            .orderBy(REQUEST_CASE.ENDED.desc().nullsFirst(), REQUEST_CASE.DUE, REQUEST_CASE.REF)
            .limit(limit)
            .fetch();
    Map<String, List<String>> rights = rights(dsl, rows);
    Map<String, Boolean> unread = unread(dsl, rows);
    return rows.stream()
        .map(
            row ->
                line(
                    row,
                    rights.getOrDefault(row.getRef(), List.of()),
                    unread.containsKey(row.getRef())))
        .toList();
  }

  private static Map<String, List<String>> rights(DSLContext dsl, List<RequestCaseRecord> rows) {
    return dsl
        .selectFrom(REQUEST_RIGHT)
        .where(REQUEST_RIGHT.REF.in(rows.stream().map(RequestCaseRecord::getRef).toList()))
        .orderBy(REQUEST_RIGHT.REF, REQUEST_RIGHT.RIGHT_WORD)
        .stream()
        .collect(
            Collectors.groupingBy(
                RequestRightRecord::getRef,
                Collectors.mapping(RequestRightRecord::getRightWord, Collectors.toList())));
  }

  private static Map<String, Boolean> unread(DSLContext dsl, List<RequestCaseRecord> rows) {
    return dsl
        .selectDistinct(REQUEST_MESSAGE.REF)
        .from(REQUEST_MESSAGE)
        .join(REQUEST_CASE)
        .on(REQUEST_CASE.REF.eq(REQUEST_MESSAGE.REF))
        .where(REQUEST_MESSAGE.REF.in(rows.stream().map(RequestCaseRecord::getRef).toList()))
        .and(REQUEST_MESSAGE.SENDER.eq("person"))
        .and(REQUEST_CASE.HEARD.isNull().or(REQUEST_MESSAGE.AT.gt(REQUEST_CASE.HEARD)))
        .fetch(REQUEST_MESSAGE.REF)
        .stream()
        .collect(Collectors.toMap(ref -> ref, ref -> true));
  }

  private static CaseLine line(RequestCaseRecord row, List<String> rights, boolean unread) {
    return new CaseLine(
        new CaseRef(row.getRef()),
        Channel.ofWord(row.getChannel()).orElseThrow(),
        State.ofWord(row.getState()).orElseThrow(),
        rights,
        row.getReceived(),
        row.getDue(),
        row.getDueSuspended(),
        row.getExtended() != null,
        unread,
        Optional.ofNullable(row.getEnded()));
  }

  /** Everything about one request; whatever was sealed is missing once its key is gone. */
  CaseFile file(DSLContext dsl, RequestCaseRecord row, Charter charter, LocalDate today) {
    CaseRef ref = new CaseRef(row.getRef());
    List<RightLine> rights = rights(dsl, row);
    List<Pause> pauses = pauses(dsl, ref);
    List<String> words = rights.stream().map(RightLine::right).toList();
    Due due =
        Dates.of(
            charter,
            words,
            new Dates.Clock(row.getReceived(), pauses, row.getExtended() != null, today));
    return new CaseFile(
        line(row, words, !unread(dsl, List.of(row)).isEmpty()),
        row.getLanguage(),
        Optional.ofNullable(row.getProved()).map(on -> new CaseFile.Proof(row.getProvedBy(), on)),
        due,
        opened(row, row.getExtensionSealed(), EXTENSION),
        Optional.ofNullable(row.getDigest()),
        contents(row),
        rights,
        pauses,
        messages(dsl, row),
        tasks(dsl, row),
        turns(dsl, ref),
        Optional.ofNullable(row.getEraseAfter()),
        Optional.ofNullable(row.getErased()));
  }

  Optional<Contents> contents(RequestCaseRecord row) {
    return opened(row, row.getContentSealed(), CONTENT).map(Contents::read);
  }

  void contents(RequestCaseRecord row, Contents contents) {
    row.setContentSealed(sealed(row, contents.written(), CONTENT));
  }

  void extension(RequestCaseRecord row, String reason) {
    row.setExtensionSealed(sealed(row, reason, EXTENSION));
  }

  private byte[] sealed(RequestCaseRecord row, String text, String what) {
    return keys.seal(
        row.getKey(), text.getBytes(StandardCharsets.UTF_8), row.getRef() + ":" + what);
  }

  private Optional<String> opened(
      RequestCaseRecord row, byte @org.jspecify.annotations.Nullable [] sealed, String what) {
    return Optional.ofNullable(sealed)
        .flatMap(bytes -> keys.open(row.getKey(), bytes, row.getRef() + ":" + what))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  List<RightLine> rights(DSLContext dsl, RequestCaseRecord row) {
    return dsl.selectFrom(REQUEST_RIGHT)
        .where(REQUEST_RIGHT.REF.eq(row.getRef()))
        .orderBy(REQUEST_RIGHT.RIGHT_WORD)
        .fetch(
            r ->
                new RightLine(
                    r.getRightWord(),
                    Outcome.valueOf(r.getOutcome().toUpperCase(Locale.ROOT)),
                    r.getDue(),
                    Optional.ofNullable(r.getGround()),
                    opened(row, r.getWordsSealed(), REFUSAL + r.getRightWord())));
  }

  void decide(DSLContext tx, RequestCaseRecord row, RightLine right, LocalDate today) {
    tx.update(REQUEST_RIGHT)
        .set(REQUEST_RIGHT.OUTCOME, right.outcome().name().toLowerCase(Locale.ROOT))
        .set(REQUEST_RIGHT.ENDED, today)
        .set(REQUEST_RIGHT.GROUND, right.ground().orElse(null))
        .set(
            REQUEST_RIGHT.WORDS_SEALED,
            right.words().map(w -> sealed(row, w, REFUSAL + right.right())).orElse(null))
        .where(REQUEST_RIGHT.REF.eq(row.getRef()))
        .and(REQUEST_RIGHT.RIGHT_WORD.eq(right.right()))
        .execute();
  }

  static List<Pause> pauses(DSLContext dsl, CaseRef ref) {
    return dsl.selectFrom(REQUEST_PAUSE)
        .where(REQUEST_PAUSE.REF.eq(ref.value()))
        .orderBy(REQUEST_PAUSE.ASKED)
        .fetch(
            r ->
                new Pause(
                    SuspensionGround.of(r.getGround()).orElseThrow(),
                    r.getAsked(),
                    Optional.ofNullable(r.getAnswered()),
                    r.getPromptly()));
  }

  void message(DSLContext tx, RequestCaseRecord row, Message message) {
    UUID id = UUID.randomUUID();
    tx.insertInto(REQUEST_MESSAGE)
        .set(REQUEST_MESSAGE.ID, id)
        .set(REQUEST_MESSAGE.REF, row.getRef())
        .set(REQUEST_MESSAGE.AT, message.at())
        .set(REQUEST_MESSAGE.SENDER, message.fromPerson() ? "person" : "company")
        .set(REQUEST_MESSAGE.WORDS_SEALED, sealed(row, message.words(), MESSAGE + id))
        .execute();
  }

  private List<Message> messages(DSLContext dsl, RequestCaseRecord row) {
    return dsl
        .selectFrom(REQUEST_MESSAGE)
        .where(REQUEST_MESSAGE.REF.eq(row.getRef()))
        .orderBy(REQUEST_MESSAGE.PLACE)
        .stream()
        .map(
            r ->
                new Message(
                    r.getAt(),
                    r.getSender().equals("person"),
                    opened(row, r.getWordsSealed(), MESSAGE + r.getId()).orElse("")))
        .toList();
  }

  UUID task(DSLContext tx, RequestCaseRecord row, Handling.NewTask task) {
    UUID id = UUID.randomUUID();
    tx.insertInto(REQUEST_TASK)
        .set(REQUEST_TASK.ID, id)
        .set(REQUEST_TASK.REF, row.getRef())
        .set(REQUEST_TASK.OWNER, task.owner().map(ReferenceId::value).orElse(null))
        .set(REQUEST_TASK.DUE, task.due())
        .set(REQUEST_TASK.SYSTEM, task.system().orElse(null))
        .set(REQUEST_TASK.WORDS_SEALED, sealed(row, task.words(), TASK + id))
        .execute();
    return id;
  }

  /** Whether the task was there and open; a task that failed stays open. */
  boolean reported(
      DSLContext tx, RequestCaseRecord row, Reports.Report report, Reports.Heard heard) {
    Optional<RequestTaskRecord> open =
        tx.selectFrom(REQUEST_TASK)
            .where(REQUEST_TASK.ID.eq(report.task()))
            .and(REQUEST_TASK.REF.eq(row.getRef()))
            .and(REQUEST_TASK.DONE.isNull())
            .forUpdate()
            .fetchOptional();
    open.ifPresent(
        task -> {
          task.setDone(report.isDone() ? heard.at() : null);
          task.setFailed(report.isDone() ? null : heard.at());
          task.setReportedBy(heard.key());
          task.setCounts(JSON.writeValueAsString(report.counts()));
          task.setResultSealed(
              report.note().map(n -> sealed(row, n, RESULT + report.task())).orElse(null));
          task.store();
        });
    return open.isPresent();
  }

  /** Tasks that nobody was told of yet; from now on they count as told. */
  List<Map<String, Object>> announced(DSLContext tx, RequestCaseRecord row) {
    return tx
        .update(REQUEST_TASK)
        .set(REQUEST_TASK.ANNOUNCED, true)
        .where(REQUEST_TASK.REF.eq(row.getRef()))
        .andNot(REQUEST_TASK.ANNOUNCED)
        .returning(REQUEST_TASK.ID, REQUEST_TASK.SYSTEM, REQUEST_TASK.DUE)
        .fetch()
        .stream()
        .map(
            r ->
                r.getSystem() == null
                    ? Map.<String, Object>of("task", r.getId().toString())
                    : Map.<String, Object>of("task", r.getId().toString(), "system", r.getSystem()))
        .toList();
  }

  /** Whether the task was there and open. */
  boolean done(DSLContext tx, RequestCaseRecord row, UUID task, Message result) {
    return tx.update(REQUEST_TASK)
            .set(REQUEST_TASK.DONE, result.at())
            .set(REQUEST_TASK.RESULT_SEALED, sealed(row, result.words(), RESULT + task))
            .where(REQUEST_TASK.ID.eq(task))
            .and(REQUEST_TASK.REF.eq(row.getRef()))
            .and(REQUEST_TASK.DONE.isNull())
            .execute()
        == 1;
  }

  List<Task> tasks(DSLContext dsl, RequestCaseRecord row) {
    return dsl
        .selectFrom(REQUEST_TASK)
        .where(REQUEST_TASK.REF.eq(row.getRef()))
        .orderBy(REQUEST_TASK.DONE.isNotNull(), REQUEST_TASK.DUE, REQUEST_TASK.ID)
        .stream()
        .map(r -> task(row, r))
        .toList();
  }

  private Task task(RequestCaseRecord row, RequestTaskRecord r) {
    return new Task(
        r.getId(),
        Optional.ofNullable(r.getOwner()).map(ReferenceId::new),
        r.getDue(),
        opened(row, r.getWordsSealed(), TASK + r.getId()).orElse(""),
        Optional.ofNullable(r.getDone()),
        opened(row, r.getResultSealed(), RESULT + r.getId()),
        Optional.ofNullable(r.getSystem()),
        Optional.ofNullable(r.getReportedBy()).map(key -> reported(key, r)));
  }

  private static CaseFile.Reported reported(String key, RequestTaskRecord r) {
    SortedMap<String, Long> counts = new TreeMap<>();
    Optional.ofNullable(r.getCounts())
        .map(JSON::readTree)
        .ifPresent(
            all -> all.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong())));
    return new CaseFile.Reported(key, counts, Optional.ofNullable(r.getFailed()));
  }

  private static List<Turn> turns(DSLContext dsl, CaseRef ref) {
    return dsl.selectFrom(REQUEST_TURN)
        .where(REQUEST_TURN.REF.eq(ref.value()))
        .orderBy(REQUEST_TURN.ENTRY)
        .fetch(
            r ->
                new Turn(
                    r.getAt(),
                    r.getWhat(),
                    r.getEntry(),
                    Optional.ofNullable(r.getActor()).map(ReferenceId::new)));
  }

  /** Erases what tells who asked; dates, states, rights and turns stay. */
  void erase(DSLContext tx, RequestCaseRecord row) {
    tx.deleteFrom(REQUEST_CHANGE).where(REQUEST_CHANGE.REF.eq(row.getRef())).execute();
    tx.deleteFrom(REQUEST_REVIEW).where(REQUEST_REVIEW.REF.eq(row.getRef())).execute();
    tx.deleteFrom(REQUEST_MESSAGE).where(REQUEST_MESSAGE.REF.eq(row.getRef())).execute();
    tx.deleteFrom(REQUEST_TASK).where(REQUEST_TASK.REF.eq(row.getRef())).execute();
    tx.update(REQUEST_RIGHT)
        .set(REQUEST_RIGHT.WORDS_SEALED, DSL.castNull(byte[].class))
        .where(REQUEST_RIGHT.REF.eq(row.getRef()))
        .execute();
    row.setContentSealed(null);
    row.setExtensionSealed(null);
    row.setLinkHash(null);
    row.setSubject(null);
    row.store();
  }
}
