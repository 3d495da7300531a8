package dev.upheld.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.FieldName.Read;
import dev.upheld.datamap.Inside.Keyed;
import dev.upheld.datamap.Inside.Path;
import dev.upheld.datamap.Inside.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNameTest {

  private static FieldName sound(String written) {
    Read read = FieldName.read(written);
    assertThat(read).as(written).isInstanceOf(Read.Sound.class);
    return ((Read.Sound) read).name();
  }

  private static Step key(String name) {
    return new Step.Key(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "Été 2024",
        "\"quoted\"",
        "a.b",
        "tags[]",
        "x[1]",
        "a=b]",
        "a - > b",
        "->"
      })
  void mostNamesAreColumns(String written) {
    if (written.equals("->")) {
      assertThat(FieldName.read(written)).isInstanceOf(Read.Bad.class);
    } else {
      assertThat(sound(written)).isEqualTo(FieldName.whole(written));
    }
  }

  @Test
  void paths() {
    assertThat(sound("profile->contact.email"))
        .isEqualTo(new FieldName("profile", Optional.of(Inside.path("contact", "email"))));
    assertThat(sound("profile->phones[].number").inside())
        .contains(new Path(List.of(key("phones"), new Step.Each(), key("number"))));
    assertThat(sound("tags->[][]").inside())
        .contains(new Path(List.of(new Step.Each(), new Step.Each())));
    assertThat(sound("profile->settings.*").inside())
        .contains(new Path(List.of(key("settings"), new Step.Any())));
    assertThat(sound("profile->\"a.b\".\"say \"\"hi\"\"\".\"*\"").inside())
        .contains(Inside.path("a.b", "say \"hi\"", "*"));
  }

  @Test
  void keys() {
    assertThat(sound("value[name=email]"))
        .isEqualTo(new FieldName("value", Optional.of(new Keyed("name", "email"))));
    assertThat(sound("value[meta key=a=b->c]").inside()).contains(new Keyed("meta key", "a=b->c"));
    assertThat(sound("value[\"k=\"=\"x]\"]").inside()).contains(new Keyed("k=", "x]"));
  }

  @Test
  void columnsThatLookLikePartsStandInQuotes() {
    assertThat(sound("\"a->b\"")).isEqualTo(FieldName.whole("a->b"));
    assertThat(sound("\"a[b=c]\"")).isEqualTo(FieldName.whole("a[b=c]"));
    assertThat(sound("\"a->b\"->c"))
        .isEqualTo(new FieldName("a->b", Optional.of(Inside.path("c"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile->            | lacks a key",
        "profile->a..b        | lacks a key",
        "profile->a.          | lacks a key",
        "profile->a b         | double quotes",
        "profile->a[0]        | []",
        "profile->a[]b        | []",
        "profile->'\"\"'      | double quotes",
        "profile->\"a         | does not end",
        "profile ->a          | without spaces",
        "->a                  | right before ->",
        "value[=a=b]          | [column=key]",
        "value[name=]         | [column=key]",
        "value[name= a]       | [column=key]",
        "value[name=a]b=c]    | nothing may follow",
        "[name=a]             | right before [",
        "\"a->b\"c->d         | only -> or [ may follow",
      })
  void whatCannotBeReadIsSaid(String written, String says) {
    assertThat(FieldName.read(written.strip()))
        .as(written)
        .isInstanceOfSatisfying(Read.Bad.class, bad -> assertThat(bad.what()).contains(says));
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      FieldName name = new FieldName(word(random, true), inside(random));
      assertThat(FieldName.read(name.toString()))
          .as("seed %d: %s", seed, name)
          .isEqualTo(new Read.Sound(name));
    }
  }

  private static Optional<Inside> inside(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Keyed(word(random, true), word(random, false)));
      default -> {
        List<Step> steps = new ArrayList<>();
        int n = 1 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
          steps.add(
              switch (random.nextInt(4)) {
                case 0 -> new Step.Each();
                case 1 -> new Step.Any();
                default -> key(word(random, false));
              });
        }
        yield Optional.of(new Path(steps));
      }
    };
  }

  /**
   * A name of signs that mean something in paths; a column neither begins nor ends with a space.
   */
  private static String word(Random random, boolean column) {
    String signs = column ? "ab-> [=].\"*é" : "ab-> [=].\"*é\n'";
    StringBuilder word = new StringBuilder();
    int n = 1 + random.nextInt(6);
    for (int i = 0; i < n; i++) {
      word.append(signs.charAt(random.nextInt(signs.length())));
    }
    String text = column ? word.toString().strip() : word.toString();
    return text.isEmpty() ? "a" : text;
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, true, true",
    "a, a.b, false, true",
    "a, a[], false, true",
    "a, b, false, false",
    "a.b, a, false, false",
    "a.*, a.b, true, true",
    "a.*, a.b.c, true, true",
    "a.*, a[].c, true, true",
    "a.*, a, false, false",
    "a.*.c, a.b.c, true, true",
    "a.*.c, a[].c, false, false",
    "a[].c, a[].c, true, true",
    "a[].c, a.b.c, false, false",
    "a[], a[].c, false, true",
  })
  void whatAPathCovers(String pattern, String value, boolean covers, boolean reaches) {
    Path path = (Path) sound("x->" + pattern).inside().orElseThrow();
    List<Step> at = ((Path) sound("x->" + value).inside().orElseThrow()).steps();
    assertThat(path.covers(at)).isEqualTo(covers);
    assertThat(path.reaches(at)).isEqualTo(reaches);
  }

  @Test
  void onlyAStarAloneCoversWhatIsNoDocument() {
    assertThat(new Path(List.of(new Step.Any())).covers(List.of())).isTrue();
    assertThat(Inside.path("a").covers(List.of())).isFalse();
    assertThat(Inside.path("a").reaches(List.of())).isFalse();
  }
}
