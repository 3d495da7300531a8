package dev.upheld.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of STYLE.md that a program can hold. Each broken rule gives a sin; the text before the
 * colon is stable, so that an old sin can be listed with its reason.
 */
final class HouseRules {

  static final int FILE_LINES = 500;
  static final int METHOD_LINES = 60;
  static final int PARAMETERS = 5;

  private static final Pattern LATER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|not " + "implemented)\\b");

  /**
   * A rule that a source breaks.
   *
   * @param where file, and method where there is one: {@code platform/.../A.java#read}
   * @param what which rule, and by how much
   */
  record Sin(String where, String what) {}

  private HouseRules() {}

  /** Everything one source breaks. */
  static List<Sin> sins(SourceFile file) {
    List<Sin> sins = new ArrayList<>();
    if (file.lines() > FILE_LINES) {
      sins.add(new Sin(file.path(), "file of " + file.lines() + " lines"));
    }
    postponed(file.text()).ifPresent(word -> sins.add(new Sin(file.path(), "says " + word)));
    SourceFile.Parsed parsed = file.parse();
    new Walk(file, parsed, sins).scan(parsed.unit(), null);
    return sins;
  }

  /** A word that puts work off. */
  static Optional<String> postponed(String text) {
    Matcher matcher = LATER.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static boolean mayPrint(String path) {
    return path.contains("/edge/cli/")
        || path.contains("/dev/upheld/app/")
        || path.contains("/test/java/")
        || path.startsWith("bench/");
  }

  private static final class Walk extends TreePathScanner<Void, Void> {
    private final SourceFile file;
    private final SourceFile.Parsed parsed;
    private final List<Sin> sins;

    Walk(SourceFile file, SourceFile.Parsed parsed, List<Sin> sins) {
      this.file = file;
      this.parsed = parsed;
      this.sins = sins;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      String name = method.getName().toString();
      String where = file.path() + "#" + (name.equals("<init>") ? enclosingClass() : name);
      SourcePositions positions = parsed.trees().getSourcePositions();
      LineMap lines = parsed.unit().getLineMap();
      long length =
          lines.getLineNumber(positions.getEndPosition(parsed.unit(), method))
              - lines.getLineNumber(positions.getStartPosition(parsed.unit(), method))
              + 1;
      if (length > METHOD_LINES) {
        sins.add(new Sin(where, "method of " + length + " lines"));
      }
      if (method.getParameters().size() > PARAMETERS && !constructsRecord(method)) {
        sins.add(new Sin(where, method.getParameters().size() + " parameters"));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      boolean stream =
          select.getIdentifier().contentEquals("out")
              || select.getIdentifier().contentEquals("err");
      if (stream && select.getExpression().toString().equals("System") && !mayPrint(file.path())) {
        sins.add(new Sin(file.path(), "uses " + select));
      }
      return super.visitMemberSelect(select, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getArguments().isEmpty()
          && call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("printStackTrace")) {
        sins.add(new Sin(file.path(), "prints a stack trace"));
      }
      return super.visitMethodInvocation(call, null);
    }

    /** A record's constructor has its components, and data may be wide. */
    private boolean constructsRecord(MethodTree method) {
      return method.getName().contentEquals("<init>")
          && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    private String enclosingClass() {
      return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          ? type.getSimpleName().toString()
          : "new";
    }
  }
}
