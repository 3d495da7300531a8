package dev.upheld.demo.profiles;

import dev.upheld.demo.DemoProblem;
import dev.upheld.demo.Profile;
import java.util.List;
import java.util.stream.Collectors;

/** The fictional companies by name. */
public final class Profiles {
  private static final List<Profile> ALL =
      List.of(
          Nimbus.profile(),
          CleverCloud.french(),
          CleverCloud.moroccan(),
          CloudTemple.profile(),
          CloudPbs.profile(),
          Clouder.profile());

  private Profiles() {}

  /** All there are; the demonstration first. */
  public static List<Profile> all() {
    return ALL;
  }

  /** The demonstration. */
  public static Profile demo() {
    return ALL.getFirst();
  }

  /**
   * The company of the example of this name.
   *
   * @throws dev.upheld.kernel.ProblemException when there is none
   */
  public static Profile named(String name) {
    return ALL.stream().filter(p -> p.id().equals(name)).findFirst().orElseThrow(Profiles::unknown);
  }

  private static RuntimeException unknown() {
    return DemoProblem.OPTION.because(
        "There is no example of that name.",
        "Choose from: " + ALL.stream().map(Profile::id).collect(Collectors.joining(", ")) + ".");
  }
}
