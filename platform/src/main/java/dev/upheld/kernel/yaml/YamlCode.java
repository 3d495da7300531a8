package dev.upheld.kernel.yaml;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with a YAML file before anybody asks what it means. */
public enum YamlCode implements ProblemCode {
  /** There is no file at that path. */
  FILE_MISSING("yaml-file-missing"),
  /** It is a folder, a device, or may not be read. */
  FILE_UNREADABLE("yaml-file-unreadable"),
  /** More bytes than {@link YamlLimits#maxBytes()}. */
  FILE_TOO_LARGE("yaml-file-too-large"),
  /** Nothing but blanks and comments. */
  FILE_EMPTY("yaml-file-empty"),
  /** Not UTF-8. */
  ENCODING("yaml-encoding"),
  /** A control character, or half of a surrogate pair. */
  CHARACTER("yaml-character"),
  /** Not YAML. */
  SYNTAX("yaml-syntax"),
  /** The same key twice in one mapping. */
  DUPLICATE_KEY("yaml-duplicate-key"),
  /** A key that is not text: empty, a list, a mapping, an alias. */
  KEY_NOT_TEXT("yaml-key-not-text"),
  /** {@code <<}. */
  MERGE_KEY("yaml-merge-key"),
  /** {@code !!anything}. */
  TAG("yaml-tag"),
  /** An alias to nothing, or to something it is itself part of. */
  ALIAS("yaml-alias"),
  /** More than one document in the file. */
  SEVERAL_DOCUMENTS("yaml-several-documents"),
  /** Nested deeper than {@link YamlLimits#maxDepth()}. */
  TOO_DEEP("yaml-too-deep"),
  /** More nodes than {@link YamlLimits#maxNodes()}, aliases followed. */
  TOO_MANY_NODES("yaml-too-many-nodes");

  private final String code;

  YamlCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }
}
