package dev.upheld.verdict;

import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Location;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A short name for the meaning of a statement and its binding. Two runs on two machines give the
 * same digest for the same meaning: the order of sets and maps and the line in the file do not
 * matter, every word does. Evidence carries it, so that evidence of another meaning is not taken
 * for proof.
 */
public final class Digest {
  private Digest() {}

  /**
   * SHA-256 over a canonical text of plain data: records, lists, sets, maps, optionals, enums,
   * texts, numbers, instants and the like. Places in files are left out, and so is what the charter
   * says about a promise besides its statement (clauses, sentence, owner): rewording a title must
   * not throw evidence away.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(canonical(part)).append('\n');
    }
    return HexFormat.of().formatHex(sha256(text.toString()));
  }

  private static String canonical(Object value) {
    return switch (value) {
      case Location l -> "";
      case Header h -> h.id().toString();
      case Promise p -> p.kind() + record((Record) p);
      case Record r -> r.getClass().getSimpleName() + record(r);
      case Optional<?> o -> o.map(Digest::canonical).map(t -> "?" + t).orElse("?");
      case Set<?> s ->
          s.stream().map(Digest::canonical).sorted().collect(Collectors.joining(",", "{", "}"));
      case Map<?, ?> m ->
          m.entrySet().stream()
              .map(e -> canonical(e.getKey()) + ":" + canonical(e.getValue()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> c ->
          List.copyOf(c).stream().map(Digest::canonical).collect(Collectors.joining(",", "[", "]"));
      case Enum<?> e -> e.name();
      // lengths keep ["a,b"] and ["a", "b"] apart
      default -> value.toString().length() + "'" + value;
    };
  }

  private static String record(Record r) {
    StringBuilder text = new StringBuilder("(");
    for (RecordComponent component : r.getClass().getRecordComponents()) {
      text.append(component.getName())
          .append('=')
          .append(canonical(read(component, r)))
          .append(';');
    }
    return text.append(')').toString();
  }

  private static Object read(RecordComponent component, Record r) {
    try {
      return component.getAccessor().invoke(r);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not plain public data: " + r.getClass(), e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
