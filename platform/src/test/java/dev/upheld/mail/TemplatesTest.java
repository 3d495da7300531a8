package dev.upheld.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.MailAddress;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of mails; nothing in a value becomes a header or a tag. */
class TemplatesTest {
  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "dev", "upheld", "mail");

  private static final String EVIL =
      "Nimbus\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>";

  private static Map<String, String> with(String company) {
    return Map.of(
        "company", company, "role", "officer", "link", "https://x.example/invitation/abc");
  }

  @Test
  void whateverFilesAndSettingsMayGiveCanBeMailedTo() {
    String usual = "ab9.-@@@";
    String odd = "_+'!#$%&*/=?^`{|}~ ,;<>\"()[]:\\\u00e9\n";
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int fitting = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 5 + random.nextInt(7); n > 0; n--) {
        String from = random.nextInt(8) == 0 ? odd : usual;
        text.append(from.charAt(random.nextInt(from.length())));
      }
      if (MailAddress.fits(text.toString())) {
        fitting++;
        assertThat(Mail.takes(text.toString())).as("seed %d: %s", seed, text).isTrue();
      }
    }
    assertThat(fitting).as("seed %d", seed).isGreaterThan(50);
    assertThat(MailAddress.fits("dpo@nimbus.example")).isTrue();
    assertThat(MailAddress.fits("d".repeat(64) + "@nimbus.example")).isTrue();
    assertThat(MailAddress.fits("d".repeat(65) + "@nimbus.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "invitation, en",
    "invitation, fr",
    "reset, en",
    "reset, fr",
    "changed, en",
    "changed, fr",
    "factor, en",
    "factor, fr"
  })
  void everyTemplateFills(String template, String language) {
    Letter letter =
        Templates.write(new Message(template, language, "ida@nimbus.example", with("Nimbus")));
    assertThat(letter.subject()).contains("Nimbus").doesNotContain("{");
    assertThat(letter.text()).contains("Nimbus").doesNotContain("{");
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameHolesInTheirTypography() throws IOException {
    Set<String> english = templates("_en.txt");
    assertThat(english).isNotEmpty().isEqualTo(templates("_fr.txt"));
    for (String template : english) {
      String en = Files.readString(RESOURCES.resolve(template + "_en.txt"));
      String fr = Files.readString(RESOURCES.resolve(template + "_fr.txt"));
      assertThat(holes(fr)).as(template).isEqualTo(holes(en));
      assertThat(fr.lines().count()).as(template).isEqualTo(en.lines().count());
      assertThat(en + fr).as(template).doesNotContain("'", "\"", "...", "  ");
      assertThat(fr).as(template).doesNotContainPattern(" [:;?!]");
    }
  }

  private static Set<String> templates(String ending) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> holes(String text) {
    return Pattern.compile("\\{[a-z-]+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aLineEndInAValueIsNoneInTheSubject() {
    Letter letter =
        Templates.write(new Message("invitation", "en", "ida@nimbus.example", with(EVIL)));
    assertThat(letter.subject())
        .doesNotContain("\r", "\n")
        .contains("Nimbus Bcc: all@evil.example");
  }

  @Test
  void aTagInAValueIsTextInTheHtml() {
    Letter letter =
        Templates.write(new Message("invitation", "en", "ida@nimbus.example", with(EVIL)));
    assertThat(letter.html())
        .contains("&lt;script&gt;", "<a href=\"https://x.example/invitation/abc\">")
        .doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ida@nimbus.example\r\nBcc: x@evil.example",
        "ida@nimbus.example\nBcc: x@evil.example",
        "ida@nimbus.example\u0000",
        "ida@nimbus.example, x@evil.example",
        "ida@nimbus.example; x@evil.example",
        "Ida <ida@nimbus.example>",
        "group: ida@nimbus.example;",
        "ida",
        ""
      })
  void refusesWhatIsNotOnePlainAddress(String to) {
    assertThatThrownBy(() -> Templates.write(new Message("changed", "en", to, with("Nimbus"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo(MailProblem.ADDRESS);
              assertThat(e.getMessage()).doesNotContain("nimbus.example");
              assertThat(e.getCause()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({"../secret, en", "nothing, en", "invitation, xx", "invitation, ../x"})
  void refusesTemplatesThatAreNot(String template, String language) {
    assertThatThrownBy(
            () -> Templates.write(new Message(template, language, "a@b.example", with("N"))))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void nothingOfAMailShowsByAccident() {
    Message message = new Message("changed", "en", "ida@nimbus.example", with("Nimbus"));
    assertThat(message.toString()).doesNotContain("ida");
    assertThat(Templates.write(message).toString()).doesNotContain("ida");
  }
}
