package dev.upheld.datamap.workspace;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.ClauseList;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.shape.JsonSchemas;
import dev.upheld.datamap.partner.PartnerLanguage;
import dev.upheld.datamap.read.DataMapFolder;
import dev.upheld.datamap.read.DataMapLanguage;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.Names;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.read.SystemsLanguage;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whole workspaces. */
public final class Workspaces {
  private Workspaces() {}

  /** Reads as of today. */
  public static WorkspaceReading read(Path root, References references) {
    return read(root, references, LocalDate.now(ZoneId.systemDefault()));
  }

  /**
   * Reads charter, systems and data maps; asks no system anything. Never throws for what stands in
   * the files. A reference to a variable or file that is not there is no fault: the system is then
   * unreachable and says why.
   *
   * @param day decides what law and documents still hold
   */
  public static WorkspaceReading read(Path root, References references, LocalDate day) {
    CharterReading reading = Charters.read(root, day);
    List<Promise> promises = reading.charter().map(Charters::promises).orElse(List.of());
    Names names =
        reading
            .charter()
            .map(charter -> CharterNames.of(charter, promises))
            .orElse(Names.unknown());
    DataMapFolder.Result binding = DataMapFolder.read(root, references, names);
    List<Problem> faults = new ArrayList<>(reading.problems());
    faults.addAll(binding.faults());
    ClauseList clauses = ClauseList.of(root);
    faults.addAll(clauses.problems());
    if (!faults.isEmpty() || reading.charter().isEmpty()) {
      return new WorkspaceReading(Optional.empty(), faults);
    }
    Charter charter = reading.charter().get();
    List<Finding> findings = new ArrayList<>(Charters.findings(charter));
    findings.addAll(BindingFindings.of(charter, promises, binding.map()));
    return new WorkspaceReading(
        Optional.of(new Workspace(root, charter, promises, findings, binding.map(), clauses.ids())),
        List.of());
  }

  /**
   * What a data map would be found to be if it stood in the workspace.
   *
   * @param text the whole file
   * @return its places and its faults, each with its place; links of other systems that would lead
   *     nowhere any more are among them
   */
  public static DataMapReader.Result reading(Workspace workspace, String system, byte[] text) {
    Names names = CharterNames.of(workspace.charter(), workspace.promises());
    return DataMapReader.read(
        system, YamlReader.read("datamap/" + system + ".yaml", text), names, workspace.map());
  }

  /** JSON Schemas of every file of a workspace, by file name. */
  public static Map<String, String> schemas() {
    Map<String, String> schemas = new LinkedHashMap<>(Charters.schemas());
    schemas.put(
        "systems.schema.json",
        JsonSchemas.write("urn:upheld:schema:systems:1", SystemsLanguage.systems()));
    schemas.put(
        "datamap.schema.json",
        JsonSchemas.write("urn:upheld:schema:datamap:1", DataMapLanguage.dataMap()));
    schemas.put(
        "partner.schema.json",
        JsonSchemas.write("urn:upheld:schema:partner:1", PartnerLanguage.partner()));
    return schemas;
  }
}
