package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what the other company can be recognised.
 *
 * @param id its id
 * @param instead what stands in prose and addresses, by what is written instead; longest first
 * @param known what must not be left anywhere: its names, domains, persons and addresses
 */
record Traces(String id, Map<Pattern, String> instead, Set<Pattern> known) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,{}\\[\\]\"]+@([a-z0-9.-]+)");
  private static final Set<String> LEGAL_FORMS =
      Set.of("sas", "sarl", "sa", "oy", "oyj", "gmbh", "ag", "ltd", "inc.", "bv", "srl");

  static Traces of(Mapping charter, Newcomer newcomer) {
    Optional<Mapping> company = CharterEdits.part(charter, "company");
    String id = company.flatMap(c -> text(c, "id")).orElse("");
    String name = company.flatMap(c -> text(c, "name")).orElse("");
    Map<Pattern, String> instead = new LinkedHashMap<>();
    Set<Pattern> known = new LinkedHashSet<>();
    for (String domain : domains(charter)) {
      Pattern pattern = Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(domain));
      instead.put(pattern, newcomer.domain());
      known.add(pattern);
    }
    if (!id.isEmpty()) {
      // a promise by its name, in a comment: nimbus/card-numbers/absent
      instead.put(
          Pattern.compile("(?<![\\p{L}\\p{N}_./-])" + Pattern.quote(id) + "/(?=[a-z0-9-]+/[a-z])"),
          newcomer.id() + "/");
      // a name of a database: clever_cloud, nimbus_eu
      instead.put(
          Pattern.compile(
              "(?<![\\p{L}\\p{N}_-])%s%s"
                  .formatted(
                      id.replace('-', '_'), id.contains("-") ? "(?![\\p{L}\\p{N}-])" : "(?=_)")),
          newcomer.id().replace('-', '_'));
    }
    for (String said : names(id, name)) {
      Pattern pattern =
          Pattern.compile("(?<![\\p{L}\\p{N}-])" + said + "(?![\\p{L}\\p{N}]|-\\p{L}| \\()");
      instead.put(pattern, newcomer.spoken());
      known.add(pattern);
    }
    known.add(Pattern.compile("(?i)(?<![\\p{L}\\p{N}_-])" + separated(id) + "(?![\\p{L}\\p{N}-])"));
    personal(charter).forEach(text -> known.add(Pattern.compile(Pattern.quote(text))));
    return new Traces(id, instead, known);
  }

  /** The name, without its legal form, and the id as a name where the name begins with it. */
  private static List<String> names(String id, String name) {
    List<String> names = new ArrayList<>();
    names.add(Pattern.quote(name));
    int last = name.lastIndexOf(' ');
    if (last > 0 && LEGAL_FORMS.contains(name.substring(last + 1).toLowerCase(Locale.ROOT))) {
      names.add(Pattern.quote(name.substring(0, last)));
    }
    String spoken = id.replace('-', ' ');
    if (!id.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(spoken)) {
      names.add(Pattern.quote(name.substring(0, spoken.length())));
    }
    return names.stream().filter(n -> n.length() > 4).distinct().toList();
  }

  private static String separated(String id) {
    return String.join("[ _-]", id.split("-", -1));
  }

  /** Domains of its addresses, and of its sites where no address is of them; longest first. */
  private static List<String> domains(Mapping charter) {
    Set<String> domains = new LinkedHashSet<>();
    for (String text : texts(charter)) {
      Matcher matcher = ADDRESS.matcher(text);
      while (matcher.find()) {
        domains.add(matcher.group(1));
      }
    }
    CharterEdits.part(charter, "scope")
        .flatMap(scope -> scope.get("domains"))
        .map(Traces::texts)
        .orElse(List.of())
        .stream()
        .filter(site -> domains.stream().noneMatch(site::endsWith))
        .toList()
        .forEach(domains::add);
    return domains.stream().sorted(Comparator.comparingInt(d -> -d.length())).toList();
  }

  /** Names of persons, addresses and numbers that stand where a charter says who it is. */
  private static List<String> personal(Mapping charter) {
    List<String> found = new ArrayList<>();
    CharterEdits.part(charter, "company")
        .ifPresent(
            c -> {
              text(c, "address").ifPresent(found::add);
              text(c, "register").ifPresent(found::add);
            });
    CharterEdits.part(charter, "contacts")
        .ifPresent(
            contacts ->
                contacts
                    .entries()
                    .forEach(
                        (word, e) ->
                            texts(e.value()).stream()
                                .filter(t -> !t.equals(CharterEdits.function(word)))
                                .forEach(found::add)));
    CharterEdits.part(charter, "legal-notice").ifPresent(n -> found.addAll(texts(n)));
    return found.stream()
        .filter(t -> t.length() > 8 && !t.equals("not-stated"))
        .filter(t -> !t.matches("[A-Z]{2}-[0-9]+") && t.chars().anyMatch(Character::isUpperCase))
        .distinct()
        .toList();
  }

  private static Optional<String> text(Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(Scalar.class::isInstance)
        .map(node -> ((Scalar) node).text())
        .filter(t -> !t.isBlank());
  }

  private static List<String> texts(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> List.of(scalar.text());
      case Sequence sequence -> sequence.items().stream().flatMap(i -> texts(i).stream()).toList();
      case Mapping mapping ->
          mapping.entries().values().stream().flatMap(e -> texts(e.value()).stream()).toList();
    };
  }

  /** A text with the other company's names and domains by the new company's. */
  String replaced(String text) {
    String result = text;
    for (Map.Entry<Pattern, String> one : instead.entrySet()) {
      result = one.getKey().matcher(result).replaceAll(Matcher.quoteReplacement(one.getValue()));
    }
    return result;
  }

  /** Whether a line still speaks of the other company. */
  boolean in(String line) {
    return known.stream().anyMatch(p -> p.matcher(line).find());
  }
}
