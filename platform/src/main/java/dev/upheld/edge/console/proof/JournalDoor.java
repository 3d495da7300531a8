package dev.upheld.edge.console.proof;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.JournalPage;
import dev.upheld.edge.console.view.JournalPage.Chain;
import dev.upheld.edge.console.view.JournalPage.Fact;
import dev.upheld.journal.Checkpoint;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The journal: read here, and taken away to be verified elsewhere. */
@Controller
public final class JournalDoor {
  private static final int A_PAGE = 50;
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,60}");
  private static final Pattern REFERENCE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final List<String> FIRST = List.of("promise", "from", "to", "verdict", "outcome");
  private static final List<String> KINDS =
      List.of("promise", "proof", "request", "attestation", "session", "person", "token", "role");

  private final Journal journal;
  private final Sealed sealed;
  private final Who who;

  /** What is known of the journal's seals. */
  public interface Sealed {

    /** The newest checkpoint; empty while there is none. */
    Optional<Checkpoint> newest();

    /** What going through all entries found so far. */
    Checkpoints.GoneThrough goneThrough();

    /** Writes the journal with its checkpoints and keys. */
    void export(OutputStream to) throws IOException;
  }

  public JournalDoor(Journal journal, Sealed sealed, Access access) {
    this.journal = journal;
    this.sealed = sealed;
    this.who = new Who(access);
  }

  /** The query, as sent. */
  public record Query(@Nullable String kind, @Nullable String before) {
    String ofKind() {
      String asked = Objects.requireNonNullElse(kind, "").strip();
      return KIND.matcher(asked).matches() ? asked : "";
    }

    long below() {
      try {
        return Math.max(1, Long.parseLong(Objects.requireNonNullElse(before, "").strip()));
      } catch (NumberFormatException e) {
        return Long.MAX_VALUE;
      }
    }
  }

  /** Entries, newest first. */
  @GetMapping("/journal")
  @Needs(Permission.JOURNAL_READ)
  public JournalPage page(Query query, Identity identity) {
    List<Entry> found = journal.newest(query.below(), A_PAGE + 1, query.ofKind());
    List<Entry> shown = found.subList(0, Math.min(A_PAGE, found.size()));
    Map<ReferenceId, Choice> names =
        identity.may(Permission.PEOPLE_READ)
            ? who.known(shown.stream().flatMap(JournalDoor::people).distinct().toList())
            : Map.of();
    return new JournalPage(
        shown.stream().map(e -> entry(e, names)).toList(),
        KINDS,
        query.ofKind(),
        found.size() > A_PAGE ? Optional.of(shown.getLast().id().sequence()) : Optional.empty(),
        chain(),
        identity.may(Permission.JOURNAL_EXPORT));
  }

  private static JournalPage.Entry entry(Entry entry, Map<ReferenceId, Choice> names) {
    return new JournalPage.Entry(
        entry.id().sequence(),
        entry.at(),
        entry.kind(),
        entry.actor().flatMap(a -> Optional.ofNullable(names.get(a))).map(Choice::label),
        facts(entry, names),
        entry.hash());
  }

  /** Who did it, and whom it is about. */
  private static Stream<ReferenceId> people(Entry entry) {
    return Stream.concat(
        entry.actor().stream(),
        entry.facts().values().stream().flatMap(v -> reference(String.valueOf(v)).stream()));
  }

  private static Optional<ReferenceId> reference(String value) {
    return REFERENCE.matcher(value).matches()
        ? Optional.of(new ReferenceId(UUID.fromString(value)))
        : Optional.empty();
  }

  /** What it is about and what became of it first, then the rest; what is empty says nothing. */
  private static List<Fact> facts(Entry entry, Map<ReferenceId, Choice> names) {
    return Stream.concat(
            FIRST.stream().filter(entry.facts()::containsKey),
            entry.facts().keySet().stream().filter(f -> !FIRST.contains(f)))
        .map(f -> new Fact(f, told(String.valueOf(entry.facts().get(f)), names)))
        .filter(f -> !f.value().equals("[]"))
        .toList();
  }

  /** The name of whom a reference stands for; any other value as it is. */
  private static String told(String value, Map<ReferenceId, Choice> names) {
    return reference(value)
        .flatMap(r -> Optional.ofNullable(names.get(r)))
        .map(Choice::label)
        .orElse(value);
  }

  /** Going through all entries tells how the chain stands; the newest seal is looked at besides. */
  private Chain chain() {
    Optional<Checkpoint> seal = sealed.newest();
    Checkpoints.GoneThrough gone = sealed.goneThrough();
    Optional<Long> fault =
        gone.fault().stream()
            .boxed()
            .findFirst()
            .or(() -> seal.filter(this::isOfAnother).map(Checkpoint::sequence));
    return new Chain(
        state(fault, gone),
        journal.head().sequence(),
        fault,
        gone.whole(),
        gone.through(),
        seal.map(Checkpoint::sequence));
  }

  private boolean isOfAnother(Checkpoint seal) {
    return journal.hashAt(seal.sequence()).filter(seal.hash()::equals).isEmpty();
  }

  private static JournalPage.State state(Optional<Long> fault, Checkpoints.GoneThrough gone) {
    if (fault.isPresent()) {
      return JournalPage.State.DAMAGED;
    }
    return gone.whole().isPresent() ? JournalPage.State.INTACT : JournalPage.State.NOT_CHECKED;
  }

  /** The journal as a file that anybody can verify. */
  @GetMapping("/journal/export")
  @Needs(Permission.JOURNAL_EXPORT)
  public void export(HttpServletResponse response) throws IOException {
    response.setContentType("application/jsonl;charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"journal.jsonl\"");
    sealed.export(response.getOutputStream());
  }
}
