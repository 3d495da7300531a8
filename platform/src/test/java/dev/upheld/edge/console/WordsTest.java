package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Way;
import dev.upheld.discover.review.Glimpse;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.edge.console.view.ErrorPage;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.JournalPage;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.People;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, in good typography. */
class WordsTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z_.]+)\"");

  /** Enums that pages show by name. */
  private static final List<Class<? extends Enum<?>>> FAMILIES =
      List.of(
          Verdict.class,
          Outcome.class,
          Evidence.Source.class,
          Duty.class,
          Way.class,
          Backing.class,
          Language.class,
          Theme.class,
          Notice.class,
          FieldError.Fault.class,
          People.State.class,
          JournalPage.State.class,
          Glimpse.State.class,
          dev.upheld.duty.retention.Outlook.Age.class,
          dev.upheld.duty.retention.Standing.State.class,
          WorkList.Reason.class,
          WorkList.Action.class,
          WorkList.Difference.class,
          WorkList.Holds.class,
          WorkList.Proposal.class,
          dev.upheld.duty.request.State.class,
          CaseFile.Outcome.class,
          dev.upheld.duty.request.Directives.Wish.class,
          dev.upheld.duty.request.Mails.Matter.class,
          dev.upheld.duty.request.Objecting.Kind.class,
          RequestProblem.class,
          dev.upheld.duty.request.RequestWork.Does.class,
          dev.upheld.engine.CorrectionPlan.Why.class);

  private final Words english = Words.of(Language.EN);
  private final Words french = Words.of(Language.FR);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(new TreeSet<>(french.keys())).isEqualTo(new TreeSet<>(english.keys()));
  }

  @Test
  void bothLanguagesFillTheSameHoles() {
    for (String key : english.keys()) {
      assertThat(holes(french, key)).as(key).isEqualTo(holes(english, key));
    }
  }

  @Test
  void everyTextIsSaidAndTypographic() {
    for (Words words : new Words[] {english, french}) {
      for (String key : words.keys()) {
        assertThat(words.say(key)).as(key).isNotBlank().doesNotContain("'", "\"", "...", "  ");
      }
    }
  }

  @Test
  void everyConstantHasItsWordsAndEveryWordItsUse() throws IOException {
    Set<String> wanted = new TreeSet<>(families());
    Matcher literal = LITERAL.matcher(sources());
    while (literal.find()) {
      String key = literal.group(1);
      wanted.addAll(english.keys().contains(key) ? Set.of(key) : counted(key));
    }
    assertThat(english.keys()).as("words for every constant").containsAll(families());
    assertThat(wanted).as("words nobody uses").containsAll(described());
  }

  @Test
  void everyRoleAndEveryScopeThatCanBeGrantedIsExplained() {
    for (Role role : Role.values()) {
      assertThat(english.keys()).contains("role." + role.word(), "roleHelp." + role.word());
    }
    for (Permission permission : Permission.values()) {
      assertThat(english.find("scope." + permission.scope()).isPresent())
          .as(permission.scope())
          .isEqualTo(permission.grantable());
    }
  }

  @Test
  void whatTemplatesSayExists() throws IOException {
    Matcher said = Pattern.compile("c\\.(say|count)\\(\"([a-zA-Z.]+)\"[,)]").matcher(sources());
    int found = 0;
    while (said.find()) {
      String key = said.group(2) + (said.group(1).equals("count") ? ".one" : "");
      assertThat(english.keys()).contains(key);
      found++;
    }
    assertThat(found).isGreaterThan(150);
  }

  /** Keys whose use can be seen: not those of roles, scopes and the like, which are data. */
  private Set<String> described() {
    return english.keys().stream()
        .filter(
            key ->
                !key.matches(
                    "(role|roleHelp|scope|confidence|link|end|right|channel|method|turn)\\..*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> counted(String key) {
    return english.keys().contains(key + ".one") ? Set.of(key + ".one", key + ".other") : Set.of();
  }

  private static Set<String> families() {
    Set<String> keys = new TreeSet<>();
    for (Class<? extends Enum<?>> family : FAMILIES) {
      for (Enum<?> constant : family.getEnumConstants()) {
        keys.add(family.getSimpleName() + "." + constant.name());
      }
    }
    for (ErrorPage.Kind kind : ErrorPage.Kind.values()) {
      Stream.of("title", "what", "do").map(w -> "error." + kind + "." + w).forEach(keys::add);
    }
    Stream.of(Verdict.values())
        .flatMap(v -> Stream.of("Verdict." + v + ".one", "Verdict." + v + ".other"))
        .forEach(keys::add);
    Stream.of(Duty.values()).map(d -> "mend." + d).forEach(keys::add);
    Stream.of(Way.values()).map(w -> "mend.UNPROVEN." + w).forEach(keys::add);
    return keys;
  }

  /** Everything that can name a key: templates, and the code beside them. */
  private static String sources() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String root : List.of("src/main/jte", "src/main/java/dev/upheld/edge/console")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }

  @Test
  void frenchCountsZeroAsOneAndEnglishDoesNot() {
    assertThat(english.count("lasting.days", 0)).isEqualTo("0 days");
    assertThat(english.count("lasting.days", 1)).isEqualTo("1 day");
    assertThat(french.count("lasting.days", 0)).isEqualTo("0 jour");
    assertThat(french.count("lasting.days", 2)).isEqualTo("2 jours");
  }

  @Test
  void thousandsAreSetApartAsTheLanguageDoes() {
    assertThat(english.number(0)).isEqualTo("0");
    assertThat(english.number(214_880)).isEqualTo("214,880");
    assertThat(english.number(-1_000)).isEqualTo("-1,000");
    assertThat(french.number(1_214_880)).isEqualTo("1\u202f214\u202f880");
  }

  @Test
  void aMissingKeyIsAFault() {
    assertThatThrownBy(() -> english.say("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.key");
  }

  @Test
  void whatIsFilledInIsNotReadAsAText() {
    assertThat(english.say("account.factorOn", "{0} {1}")).isEqualTo("On since {0} {1}");
  }

  private static Set<String> holes(Words words, String key) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(words.say(key)).results().map(MatchResult::group).forEach(holes::add);
    return holes;
  }
}
