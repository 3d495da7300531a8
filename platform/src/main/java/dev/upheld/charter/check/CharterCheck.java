package dev.upheld.charter.check;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All checks of what a charter means. */
public final class CharterCheck {
  private CharterCheck() {}

  /**
   * References that lead nowhere, and names that stand for two things.
   *
   * @param written the root as written: what it declares counts, even where it is faulty
   * @param sound its sound part
   * @param workspace where documents are looked for
   */
  public static List<Problem> references(
      Mapping written, View sound, LawContext law, Path workspace) {
    References references = new References(Names.of(written), law, workspace);
    new ActivityReferences(references).check(sound);
    new CompanyReferences(references).check(sound);
    return List.copyOf(references.problems());
  }

  /** What goes against law that was read in its source. */
  public static List<Problem> against(Charter charter) {
    return remarks(charter).filter(Remark::errs).map(Remark::problem).toList();
  }

  /** Gaps, contradictions, doubts; in the order of the file. */
  public static List<Finding> findings(Charter charter) {
    List<Finding> all = new ArrayList<>(OpenFindings.of(charter));
    all.addAll(DoubtFindings.of(charter));
    all.addAll(ContradictionFindings.of(charter));
    all.addAll(new RightsCheck(charter).findings());
    all.addAll(new KeepCheck(charter).findings());
    all.addAll(new TransferCheck(charter).findings());
    remarks(charter).filter(remark -> !remark.errs()).map(Remark::finding).forEach(all::add);
    all.sort(Comparator.comparing(Finding::at).thenComparing(f -> f.code().code()));
    return List.copyOf(all);
  }

  private static Stream<Remark> remarks(Charter charter) {
    return Stream.of(
            new RightsCheck(charter).remarks(),
            new KeepCheck(charter).remarks(),
            new TransferCheck(charter).remarks(),
            new BreachCheck(charter).remarks())
        .flatMap(List::stream);
  }
}
