package dev.upheld.edge.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Wire;
import dev.upheld.edge.console.map.Picture.Box;
import dev.upheld.edge.console.map.Picture.Curve;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {
  private static final String HOSTILE = "a\"><script>alert(1)</script>&'\u0000\u202e\ud83d\ude80";

  private static Item item(String key, String label) {
    return new Item(key, label, "aside", Optional.of("/map?system=" + key));
  }

  /** Two hundred tables and as many links, however they fall. */
  @RepeatedTest(20)
  void noLabelCoversAnotherAndEverythingLiesInThePicture(RepetitionInfo turn) {
    Random random = new Random(turn.getCurrentRepetition());
    List<List<Group>> columns = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    int tables = 0;
    for (int c = 0; c < 3; c++) {
      List<Group> groups = new ArrayList<>();
      while (tables < 200 * (c + 1) / 3) {
        List<Item> items = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
          items.add(item("t" + tables, "a table of the number " + tables++));
        }
        groups.add(new Group("group", items));
      }
      columns.add(groups);
    }
    for (int i = 0; i < 200; i++) {
      wires.add(new Wire("t" + random.nextInt(tables), "t" + random.nextInt(tables)));
    }

    Picture picture = Picture.of(columns, wires);

    List<Box> items = picture.boxes().stream().filter(b -> !b.frame()).toList();
    assertThat(items).hasSize(tables);
    for (List<Box> boxes : List.of(items, picture.boxes().stream().filter(Box::frame).toList())) {
      for (int i = 0; i < boxes.size(); i++) {
        Box one = boxes.get(i);
        assertThat(one.x() + one.width()).isLessThanOrEqualTo(picture.width());
        assertThat(one.y() + one.height()).isLessThanOrEqualTo(picture.height());
        for (Box other : boxes.subList(i + 1, boxes.size())) {
          assertThat(apart(one, other)).as("%s and %s", one, other).isTrue();
        }
      }
    }
    assertThat(picture.curves())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(farthest(c)).isBetween(0, picture.width()));
  }

  private static boolean apart(Box one, Box other) {
    return one.x() + one.width() <= other.x()
        || other.x() + other.width() <= one.x()
        || one.y() + one.height() <= other.y()
        || other.y() + other.height() <= one.y();
  }

  private static int farthest(Curve c) {
    return Math.min(Math.min(c.fromX(), c.toX()), c.fromX() + c.fromBend());
  }

  @Test
  void wiresToWhatIsNotInThePictureAreLeftOutAndNoneIsDrawnTwice() {
    Picture picture =
        Picture.of(
            List.of(List.of(new Group("g", List.of(item("a", "a"), item("b", "b"))))),
            List.of(
                new Wire("a", "b"), new Wire("a", "b"), new Wire("a", "gone"), new Wire("a", "a")));
    assertThat(picture.curves()).hasSize(1);
  }

  @Test
  void hostileNamesStayTextAndTheFileIsWellFormed() throws Exception {
    Picture picture =
        Picture.of(
            List.of(List.of(new Group(HOSTILE, List.of(item("k", HOSTILE + HOSTILE))))), List.of());
    String svg = Svg.of(picture, HOSTILE).text();
    assertThat(svg).doesNotContain("<script", "\u0000", "\u202e");
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(parsed.getElementsByTagName("a").getLength()).isOne();
    assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void aLabelIsCutWhereItWouldRunOverAndStaysWholeForThoseWhoHearIt() {
    String label = "\ud83d\ude80".repeat(90);
    Picture picture =
        Picture.of(List.of(List.of(new Group("g", List.of(item("k", label))))), List.of());
    String svg = Svg.of(picture, "t").text();
    assertThat(svg).contains("<title>" + label + "</title>").contains("…</text>");
    assertThat(Svg.cut("four", 100)).isEqualTo("four");
    assertThat(Svg.cut("a long name", 40)).isEqualTo("a lo…");
  }
}
