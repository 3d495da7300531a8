package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person must look at after a workspace went from one company to another. */
final class Tasks {
  /** A part of a charter, and what to ask of it. */
  private record Part(String key, String what) {}

  /** In the order one would go through them. */
  private static final List<Part> PARTS =
      List.of(
          new Part("company", "The company: country, zone, register; add the address."),
          new Part("contacts", "Whom people write to: what is not-stated waits for you."),
          new Part("controllers", "Other controllers: are there any beside you, and who?"),
          new Part("jurisdictions", "The law you stand under."),
          new Part("authority", "The authority your policy names."),
          new Part("scope", "What your policy covers, and its domains."),
          new Part("languages", "The languages you publish in, and which prevails."),
          new Part("notice", "Who is told of a change of the policy, and how early."),
          new Part(
              "legal-notice", "What a site must say of its publisher: nothing was taken over."),
          new Part("products", "Products: yours have other names."),
          new Part(
              "activities", "Each activity: does it happen with you? Its basis, times and laws."),
          new Part("rights", "The rights you give, and how fast you answer."),
          new Part("identity", "How you make sure who asks."),
          new Part("cookies", "The cookies your site sets."),
          new Part("safeguards", "Safeguards: promise none that you do not keep."),
          new Part("residency", "Where your data lies."),
          new Part("breach", "How fast a breach is told."),
          new Part("supplier-changes", "Who is told of a new partner."),
          new Part("risk", "Measures, their owners and reviews; name evidence of your own."),
          new Part(
              "objectives", "Objectives, their owners and reviews; name evidence of your own."));

  private final List<Task> tasks = new ArrayList<>();

  private Tasks() {}

  static List<Task> of(Map<String, String> files, Traces traces) {
    Tasks tasks = new Tasks();
    tasks.charter(Adoption.mapping(files.getOrDefault(Adoption.CHARTER, "")));
    tasks.systems(Adoption.mapping(files.getOrDefault(Adoption.SYSTEMS, "")));
    files.keySet().stream().sorted().forEach(tasks::file);
    files.forEach((path, text) -> tasks.left(path, text, traces));
    return tasks.tasks.stream()
        .sorted(Comparator.comparing(Task::file).thenComparingInt(Task::line))
        .toList();
  }

  private void charter(Mapping root) {
    PARTS.forEach(
        part ->
            CharterEdits.entry(root, part.key())
                .ifPresent(e -> add(Adoption.CHARTER, e, part.what())));
    entries(root, "recipients")
        .forEach(
            (word, e) ->
                add(
                    Adoption.CHARTER,
                    e,
                    "Partner %s: is it yours? Its country, contract and transfers; else take it out."
                        .formatted(word)));
    entries(root, "activities").forEach(this::activity);
    CharterEdits.part(root, "company")
        .flatMap(company -> CharterEdits.entry(company, "owner"))
        .ifPresent(e -> add(Adoption.CHARTER, e, "Owner of all that names no other: an address."));
  }

  private void activity(String word, Entry entry) {
    if (entry.value() instanceof Mapping activity) {
      Optional<Entry> owner = CharterEdits.entry(activity, "owner");
      owner.ifPresent(e -> add(Adoption.CHARTER, e, "Owner of " + word + ": who is it with you?"));
    }
  }

  private void systems(Mapping root) {
    entries(root, "systems")
        .forEach(
            (word, e) ->
                add(
                    Adoption.SYSTEMS,
                    e,
                    isPartner(e)
                        ? "System %s of a partner: do you use it?".formatted(word)
                        : "System %s: kind, host, port, database, account, networks, country; add a proof of the country."
                            .formatted(word)));
  }

  private static boolean isPartner(Entry entry) {
    return entry.value() instanceof Mapping system
        && system.get("kind").filter(k -> k.toString().contains("text=partner")).isPresent();
  }

  private void file(String path) {
    if (path.startsWith("datamap/")) {
      tasks.add(
          new Task(
              path, 0, "Tables, columns, clocks and links are the other company's: map yours."));
    } else if (path.startsWith("texts/")) {
      tasks.add(new Task(path, 0, "Read every sentence aloud: it is published in your name."));
    } else if (path.startsWith("docs/")) {
      tasks.add(
          new Task(
              path,
              0,
              "A document of the other company, to see the form: write your own, then name it in the charter."));
    } else if (path.startsWith("packs/")) {
      tasks.add(new Task(path, 0, "A pack of the other company: does it hold for you?"));
    }
  }

  /** Lines that still speak of the other company. */
  private void left(String path, String text, Traces traces) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (traces.in(line) && !(number == 1 && line.startsWith("# Begun from "))) {
        tasks.add(new Task(path, number, "Still speaks of the other company."));
      }
    }
  }

  private static Map<String, Entry> entries(Mapping root, String key) {
    return CharterEdits.part(root, key).map(Mapping::entries).orElse(Map.of());
  }

  private void add(String file, Entry entry, String what) {
    tasks.add(new Task(file, entry.keyAt().line(), what));
  }
}
