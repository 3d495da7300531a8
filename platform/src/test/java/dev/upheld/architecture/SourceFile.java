package dev.upheld.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java source, parsed.
 *
 * @param path relative to the checkout, with slashes
 * @param text the whole source
 */
record SourceFile(String path, String text) {

  /** Reads a file below a checkout. */
  static SourceFile read(Path checkout, Path file) {
    try {
      String path = checkout.relativize(file).toString().replace('\\', '/');
      return new SourceFile(path, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of lines. */
  int lines() {
    return (int) text.lines().count();
  }

  /** The syntax tree with what is needed to find places in it. */
  Parsed parse() {
    SimpleJavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + path), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    // without a class path, or every library of the tests is opened for each file
    List<String> options = List.of("-proc:none", "-classpath", "");
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(source));
    try {
      return new Parsed(task.parse().iterator().next(), Trees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A parsed source: {@code trees} knows the positions in {@code unit}. */
  record Parsed(CompilationUnitTree unit, Trees trees) {}
}
