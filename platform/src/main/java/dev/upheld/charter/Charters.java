package dev.upheld.charter;

import dev.upheld.charter.check.CharterCheck;
import dev.upheld.charter.derive.Digests;
import dev.upheld.charter.derive.Promises;
import dev.upheld.charter.language.CharterLanguage;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.shape.JsonSchemas;
import dev.upheld.law.Packs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads charters, derives their promises, finds their gaps. */
public final class Charters {
  /** The charter's file in a workspace. */
  public static final String FILE = "charter.yaml";

  /** The folder of texts in a workspace. */
  public static final String TEXTS = "texts";

  private Charters() {}

  /** Reads the charter of a workspace as of today. */
  public static CharterReading read(Path workspace) {
    return read(workspace, LocalDate.now(ZoneId.systemDefault()));
  }

  /**
   * Reads {@code charter.yaml}, {@code texts/} and {@code packs/} of a workspace. Never throws for
   * what stands in the files; every fault is told at once.
   *
   * @param day decides whether an adequacy or a norm still holds
   */
  public static CharterReading read(Path workspace, LocalDate day) {
    return new WorkspaceReader(workspace, day, Packs.load(workspace)).read();
  }

  /** All promises, by activity in the order of the file, then company-wide. */
  public static List<Promise> promises(Charter charter) {
    return Promises.of(charter);
  }

  /** Gaps, contradictions, doubts; in the order of the file. */
  public static List<Finding> findings(Charter charter) {
    return CharterCheck.findings(charter);
  }

  /** SHA-256 over what the promise states, in lower-case hex; see {@link Digests}. */
  public static String digest(Promise promise) {
    return Digests.of(promise);
  }

  /** JSON Schemas of the charter's files by file name: {@code charter.schema.json}. */
  public static Map<String, String> schemas() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put(
        "charter.schema.json",
        JsonSchemas.write("urn:upheld:schema:charter:1", CharterLanguage.charter()));
    schemas.put(
        "texts.schema.json",
        JsonSchemas.write("urn:upheld:schema:texts:1", CharterLanguage.texts()));
    return schemas;
  }
}
