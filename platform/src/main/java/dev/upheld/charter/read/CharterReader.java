package dev.upheld.charter.read;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Publication;
import dev.upheld.charter.model.Publication.Texts;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Map;

/** Reads a whole charter. */
public final class CharterReader {
  private CharterReader() {}

  /**
   * The model of a charter.
   *
   * @param root the sound part of {@code charter.yaml}
   * @param texts by language
   */
  public static Charter read(View root, Map<String, Texts> texts, LawContext law) {
    return new Charter(
        WhoReader.organisation(root),
        new Publication(
            WhoReader.languages(root), WhoReader.notice(root), WhoReader.revisions(root), texts),
        WordsReader.words(root),
        WordsReader.recipients(root),
        Read.table(root, "activities", ActivityReader::read),
        RightsReader.rights(root),
        MeasureReader.measures(root),
        Read.table(root, "gaps", MeasureReader::gap),
        law);
  }

  /** The texts of one language. */
  public static Texts texts(View root, String file) {
    return new Texts(
        root.text("title"),
        root.text("introduction"),
        Read.texts(root, "sentences"),
        Read.texts(root, "words"),
        new Source(Location.wholeFile(file), List.of()));
  }
}
