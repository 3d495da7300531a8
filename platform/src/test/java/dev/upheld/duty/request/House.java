package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Vault;
import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.KeyShelf;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.WrappedKey;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Secret;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Seal;
import dev.upheld.register.Subjects;
import dev.upheld.store.Store;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A company with a store of its own, to which people make requests. */
final class House implements AutoCloseable {
  static final String EMAIL = "ada@people.example";
  static final ReferenceId OFFICER = new ReferenceId(UUID.randomUUID());

  final MovedClock clock = new MovedClock();
  final Store store;
  final Journal journal;
  final Path folder = TestFolders.create("cases");
  final MasterKey master = MasterKey.given(Secret.of(MasterKey.random()));
  final CaseKeys keys = new CaseKeys(List.of(master), folder);
  final Requests requests;
  final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final Sealing sealing = new Sealing(new DataKeys(master, List.of(), new Shelf(), clock));

  House() {
    this("demo", RequestWork.NONE);
  }

  House(String example, RequestWork work) {
    this(charter(example), work);
  }

  House(Charter charter, RequestWork work) {
    this(Stores.fresh(), charter, work);
  }

  House(Store store, Charter charter, RequestWork work) {
    this.store = store;
    this.journal = new Journal(store, clock);
    DataKeys data = sealing.keys;
    requests =
        new Requests(
            new Requests.Parts(
                store,
                journal,
                new Mail(sealing, clock, "nimbus.example"),
                () -> charter,
                sealing,
                keys,
                new Subjects(() -> data.keyedHash("register"), clock),
                () -> List.of(new Requests.Officer("dpo@nimbus.example", "en")),
                () -> work,
                (tx, notice) -> notices.add(notice),
                "https://privacy.nimbus.example",
                "/privacy/request/",
                clock));
  }

  static Charter charter(String example) {
    return charter(Path.of("..", "examples", example));
  }

  static Charter charter(Path folder) {
    return Charters.read(folder, LocalDate.of(2026, 11, 22)).charter().orElseThrow();
  }

  /** A mail as it waits to be sent. */
  record Posted(String template, String to, String subject, String text) {}

  List<Posted> mails() {
    return store.dsl().selectFrom(MAIL_OUTBOX).orderBy(MAIL_OUTBOX.MADE, MAIL_OUTBOX.ID).stream()
        .map(
            row -> {
              var json =
                  JsonMapper.builder()
                      .build()
                      .readTree(sealing.open("mail.outbox", row.getContentSealed()));
              return new Posted(
                  row.getTemplate(),
                  json.get("to").asString(),
                  json.get("subject").asString(),
                  json.get("text").asString());
            })
        .toList();
  }

  Posted lastMail(String template) {
    return mails().stream()
        .filter(m -> m.template().equals(template))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  String code() {
    Matcher matcher = Pattern.compile("[0-9]{4} [0-9]{4}").matcher(lastMail("request-code").text());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  /** A request from the public pages, with its code. */
  Intake.Opened asked(String email, String... rights) {
    clock.pass(Duration.ofMinutes(20)); // as people do; and no flood
    Intake.Begun begun =
        requests
            .intake()
            .begin(
                new Intake.Asked(
                    List.of(rights), "en", Contents.asked("Ada", email, "All of it, please", "")),
                "192.0.2." + email.length());
    assertThat(begun).isInstanceOf(Intake.Sent.class);
    Intake.Confirmed confirmed =
        requests.intake().confirm(((Intake.Sent) begun).token().reveal(), code());
    assertThat(confirmed).isInstanceOf(Intake.Opened.class);
    return (Intake.Opened) confirmed;
  }

  CaseRef letter(String... rights) {
    return letter(requests.today(), rights);
  }

  CaseRef letter(LocalDate received, String... rights) {
    return requests
        .handling()
        .open(
            new Handling.New(
                Channel.LETTER,
                "fr",
                received,
                List.of(rights),
                new Contents("Ada L.", EMAIL, "1 rue Haute", "4711", "Tout", "", "", "")),
            OFFICER);
  }

  CaseFile file(CaseRef ref) {
    return requests.inbox().find(ref).orElseThrow();
  }

  List<String> journalled() {
    return journal.page(0, 1000, "request.").stream().map(Entry::kind).toList();
  }

  void days(int days) {
    clock.pass(Duration.ofDays(days));
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class Shelf implements KeyShelf {
    private final Map<UUID, WrappedKey> keys = new LinkedHashMap<>();

    @Override
    public synchronized List<WrappedKey> all() {
      return List.copyOf(keys.values());
    }

    @Override
    public synchronized void put(WrappedKey key) {
      keys.put(key.name().id(), key);
    }

    @Override
    public synchronized void remove(UUID id) {
      keys.remove(id);
    }
  }

  private record Sealing(DataKeys keys) implements Vault, Seal {

    @Override
    public byte[] seal(String purpose, String text) {
      return keys.envelope(purpose).seal(text.getBytes(StandardCharsets.UTF_8), purpose);
    }

    @Override
    public String open(String purpose, byte[] sealed) {
      return new String(keys.envelope(purpose).open(sealed, purpose), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] fingerprint(String purpose, String text) {
      return keys.keyedHash(purpose).of(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
