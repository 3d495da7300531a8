package dev.upheld.kernel.yaml;

/**
 * How much a YAML file may ask of us. A workspace written by people stays far below; a file made to
 * exhaust memory, stack or time does not.
 *
 * @param maxBytes largest file, in bytes
 * @param maxDepth deepest nesting of mappings and sequences, aliases followed
 * @param maxNodes most mappings, sequences and scalars, each alias counted as all it stands for
 * @param maxProblems how many faults of one file are told before reading stops
 */
public record YamlLimits(int maxBytes, int maxDepth, int maxNodes, int maxProblems) {

  /** 4 MiB, 64 deep, 200,000 nodes, 100 faults. */
  public static final YamlLimits DEFAULT = new YamlLimits(4 << 20, 64, 200_000, 100);

  /**
   * The composer recurses once per level; beyond this the Java stack would no longer be certain.
   */
  private static final int DEEPEST = 1_000;

  public YamlLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxNodes < 1 || maxProblems < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
    if (maxDepth > DEEPEST) {
      throw new IllegalArgumentException("maxDepth is at most " + DEEPEST);
    }
  }
}
