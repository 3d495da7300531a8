package dev.upheld.duty.request.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.request.paper.Screened.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {
  private final Screening screening = new Screening();

  private List<byte[]> clean(byte[] file) {
    Screened screened = screening.judge(file);
    assertThat(screened).isInstanceOf(Screened.Clean.class);
    return ((Screened.Clean) screened).pages();
  }

  private void refused(Why why, byte[] file) {
    assertThat(screening.judge(file)).isEqualTo(new Screened.Refused(why));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "jpg", "png"})
  void aPictureIsDrawnAnew(String format) throws IOException {
    List<byte[]> pages = clean(Files.picture(format));
    assertThat(pages).hasSize(1);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(pages.getFirst()));
    assertThat(drawn.getWidth()).isEqualTo(60);
    assertThat(drawn.getRGB(30, 25) & 0xF00000).isEqualTo(0xF00000);
  }

  @Test
  void aPdfBecomesPicturesWithoutItsScripts() throws IOException {
    byte[] pdf = Files.pdf(3);
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("evil script");
    List<byte[]> pages = clean(pdf);
    assertThat(pages).hasSize(3);
    for (byte[] page : pages) {
      assertThat(FileKind.of(page)).contains(FileKind.PNG);
      assertThat(new String(page, StandardCharsets.ISO_8859_1)).doesNotContain("evil");
    }
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(pages.getFirst()));
    assertThat(Math.max(drawn.getWidth(), drawn.getHeight())).isBetween(1_500, 1_801);
  }

  @Test
  void whatIsHiddenBehindAPictureStaysBehind() throws IOException {
    byte[] polyglot = joined(Files.picture("gif"), text("<script>alert(1)</script>"));
    assertThat(new String(clean(polyglot).getFirst(), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
  }

  @Test
  void otherKindsAreRefusedWhateverTheySayTheyAre() throws IOException {
    refused(Why.KIND, text("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"));
    refused(Why.KIND, text("<html><body>%PDF-1.4</body></html>"));
    refused(Why.KIND, joined(text("\n"), Files.pdf(1)));
    refused(Why.KIND, new byte[0]);
    refused(Why.KIND, joined(text("BM"), new byte[60]));
  }

  @Test
  void halfAFileIsRefused() throws IOException {
    refused(Why.BROKEN, text("GIF89a"));
    refused(Why.BROKEN, text("%PDF-1.7 and nothing else"));
    refused(Why.BROKEN, Arrays.copyOf(Files.picture("png"), 60));
  }

  @Test
  void oneByteTooManyIsTooMany() throws IOException {
    byte[] picture = Files.picture("gif");
    byte[] most = Arrays.copyOf(picture, Screening.MOST_BYTES);
    assertThat(clean(most)).hasSize(1);
    refused(Why.LARGE, Arrays.copyOf(picture, Screening.MOST_BYTES + 1));
  }

  @Test
  void bombsGoOffElsewhereOrNotAtAll() throws IOException {
    byte[] wide = Files.pngBomb(30_000, 30_000);
    assertThat(wide.length).isLessThan(Screening.MOST_BYTES);
    refused(Why.TOO_MUCH, wide);
    assertThat(clean(Files.pngBomb(7_000, 6_000)).getFirst().length).isLessThan(1 << 20);
    byte[] packed = Files.pdfBomb(1_500);
    assertThat(packed.length).isLessThan(Screening.MOST_BYTES);
    assertThat(screening.judge(packed)).isInstanceOf(Screened.class); // and this process lives
    refused(Why.TOO_MUCH, Files.pdf(Redrawing.MOST_PAGES + 1));
  }

  @Test
  void aLockedPdfIsRefused() throws IOException {
    refused(Why.LOCKED, Files.locked());
  }

  @Test
  void whatTakesTooLongIsEnded() throws IOException {
    Screening hasty = new Screening(Duration.ofMillis(1));
    assertThat(hasty.judge(Files.pdf(1))).isEqualTo(new Screened.Refused(Why.BROKEN));
  }
}
