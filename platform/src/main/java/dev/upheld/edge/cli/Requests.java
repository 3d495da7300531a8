package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Correction;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Reapplied;
import dev.upheld.engine.Reapplying;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Residue;
import dev.upheld.engine.Subject;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.kernel.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Keeps rights of people from the command line. */
public interface Requests {

  /** Plans an erasure and keeps the plan, which holds no personal data, under its digest. */
  Planned plan(Workspace workspace, Subject subject, ErasureOrder order, Progress progress);

  /**
   * Carries a plan out.
   *
   * @param approved digest of the plan that was approved; one kept earlier may be finished by what
   *     was planned anew
   * @param forgetful whether systems without a memory of acts are accepted
   */
  Receipt run(Planned planned, String approved, boolean forgetful, Progress progress);

  /** Plans a correction and keeps the plan, which holds no personal data, under its digest. */
  CorrectionPlan plan(
      Workspace workspace, Subject subject, Correction correction, Progress progress);

  /** A plan of a correction that was kept; throws where there is none of that digest. */
  CorrectionPlan correction(String digest);

  /** Corrects exactly what the approved plan says. */
  Receipt run(Correcting.Order order, Progress progress);

  /**
   * What was restored.
   *
   * @param since the instant of the backup: only who was erased since then can be back
   */
  record Restored(String system, Instant since, Reapplying.Way way) {}

  /** Looks whom a restore brought back, and plans to erase them again; changes nothing. */
  Reapplied comeback(Workspace workspace, Restored restored, Progress progress);

  /**
   * Erases again.
   *
   * @return receipts by plan digest
   */
  Map<String, Receipt> reapply(Reapplied approved, boolean forgetful, Progress progress);

  /** The receipt with this machine's signature. */
  ObjectNode signed(Receipt receipt);

  /**
   * Writes a copy of all data of a person into a folder.
   *
   * @return rows written, by file
   */
  Map<String, Long> export(Workspace workspace, Subject subject, Path folder, Progress progress);

  /** Searches every table of every system for what is known of a person. */
  Residue residue(Workspace workspace, Subject subject, Progress progress);

  /** Searches every table of every system for everybody who was erased. */
  ResidueReport residueOfErased(Workspace workspace, Progress progress);

  /** The report with this machine's signature: the second receipt. */
  ObjectNode signed(ResidueReport report);

  /** The scripts that make the memory of acts, by system; only those that have none. */
  Map<String, String> memory(Workspace workspace);
}
