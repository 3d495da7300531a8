package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What changes in a charter that goes from one company to another. */
final class CharterEdits {
  private static final String OPEN = "not-stated";

  /** History and observations of the other company's policy. */
  private static final List<String> NOT_OURS = List.of("revisions", "gaps");

  /** Documents that are on file with the other company only: naming them would be false proof. */
  private static final Set<String> ON_FILE = Set.of("balancing", "instructions", "dpa");

  private final YamlEdits edits;
  private final Newcomer newcomer;

  CharterEdits(YamlEdits edits, Newcomer newcomer) {
    this.edits = edits;
    this.newcomer = newcomer;
  }

  void make(Mapping root) {
    NOT_OURS.forEach(key -> entry(root, key).ifPresent(edits::drop));
    part(root, "company").ifPresent(this::company);
    part(root, "contacts").ifPresent(this::contacts);
    part(root, "legal-notice").ifPresent(this::open);
    part(root, "notice").ifPresent(notice -> notice(root, notice));
    newcomer
        .law()
        .ifPresent(
            law -> entry(root, "jurisdictions").ifPresent(e -> edits.value(e, "[" + law + "]")));
    everywhere(root);
  }

  private void company(Mapping company) {
    set(company, "id", newcomer.id());
    set(company, "name", quoted(newcomer.name()));
    newcomer.country().ifPresent(country -> set(company, "country", country));
    newcomer.contact().ifPresent(contact -> set(company, "owner", contact));
    entry(company, "address").ifPresent(edits::drop);
    entry(company, "register").ifPresent(edits::drop);
  }

  private void contacts(Mapping contacts) {
    contacts
        .entries()
        .forEach(
            (word, entry) -> {
              if (entry.value() instanceof Mapping contact) {
                contact(word, contact);
              }
            });
  }

  /** The names of functions stay; persons and addresses go. */
  private void contact(String word, Mapping contact) {
    said(contact, "name").ifPresent(e -> edits.value(e, quoted(function(word))));
    boolean first = word.equals("dpo") || word.equals("privacy");
    said(contact, "email")
        .ifPresent(e -> edits.value(e, newcomer.contact().filter(c -> first).orElse(OPEN)));
    if (first && said(contact, "email").isEmpty()) {
      newcomer.contact().ifPresent(c -> set(contact, "email", c));
    }
    said(contact, "address").ifPresent(e -> edits.value(e, OPEN));
  }

  /** What a contact is called where no person is named. */
  static String function(String word) {
    if (word.equals("dpo")) {
      return "Data protection officer";
    }
    String spoken = word.replace('-', ' ');
    return spoken.substring(0, 1).toUpperCase(Locale.ROOT) + spoken.substring(1);
  }

  private void open(Mapping notice) {
    notice
        .entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals("clause") && YamlEdits.says(entry.value())) {
                edits.value(entry, OPEN);
              }
            });
  }

  /** The day of the other policy goes, and the whole where it says nothing else. */
  private void notice(Mapping root, Mapping notice) {
    boolean more =
        notice.entries().keySet().stream().anyMatch(k -> !Set.of("updated", "clause").contains(k));
    if (more) {
      entry(notice, "updated").ifPresent(edits::drop);
    } else {
      entry(root, "notice").ifPresent(edits::drop);
    }
  }

  /** Clauses are those of the other company's policy, wherever they stand. */
  private void everywhere(YamlNode node) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (key, entry) -> {
                    if (key.equals("clause") || key.equals("evidence")) {
                      edits.drop(entry);
                    } else if (ON_FILE.contains(key) && YamlEdits.says(entry.value())) {
                      edits.value(entry, OPEN);
                    } else {
                      everywhere(entry.value());
                    }
                  });
      case Sequence sequence -> sequence.items().forEach(this::everywhere);
      case YamlNode.Scalar scalar -> {}
    }
  }

  private void set(Mapping mapping, String key, String value) {
    entry(mapping, key).ifPresent(e -> edits.value(e, value));
  }

  private static Optional<Entry> said(Mapping mapping, String key) {
    return entry(mapping, key).filter(e -> YamlEdits.says(e.value()));
  }

  static Optional<Entry> entry(Mapping mapping, String key) {
    return Optional.ofNullable(mapping.entries().get(key));
  }

  static Optional<Mapping> part(Mapping mapping, String key) {
    return mapping.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
