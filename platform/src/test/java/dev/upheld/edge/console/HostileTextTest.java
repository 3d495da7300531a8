package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.request.CaseRef;
import dev.upheld.edge.console.view.View;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever text a charter, a database or a person brings, no page runs it. */
class HostileTextTest {
  private static final String EVIL = "'\"><img src=x onerror=alert(1)></script><script>alert(1)//";

  /** An attribute of that name in any tag: its value left the quotes it was put in. */
  private static final Pattern OUTSIDE_QUOTES =
      Pattern.compile("<[a-z][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*?)*\\sonerror=");

  private final Pages pages =
      new Pages(Assets.load(), ZoneId.of("Europe/Paris"), InstantSource.fixed(Looks.NOW));

  @Test
  void everyTextOfEveryPageIsEscaped() {
    for (Map.Entry<String, View> look : Looks.all().entrySet()) {
      if (look.getKey().equals("wall-500")) {
        continue;
      }
      View hostile = (View) spoilt(look.getValue());
      String html = pages.render(hostile, Frames.officer(Language.EN, Theme.AUTO, "/" + EVIL));
      assertThat(html)
          .as(look.getKey())
          .doesNotContain("<img", "<script>")
          .doesNotContainPattern(OUTSIDE_QUOTES);
    }
  }

  @Test
  void theTextsAreReallySpoilt() {
    assertThat(spoilt(Looks.accounts()).toString()).contains("Marchand" + EVIL);
    assertThat("<a title=\"x\" b onerror=1>").containsPattern(OUTSIDE_QUOTES);
    assertThat("<a title=\"x onerror=1\">").doesNotContainPattern(OUTSIDE_QUOTES);
  }

  /** The same value with every text in it turned into an attack. */
  private static Object spoilt(Object value) {
    return switch (value) {
      case String text -> text.isEmpty() ? text : text + EVIL;
      case CaseRef ref -> ref; // refuses whatever is no reference
      case Record record -> spoiltRecord(record);
      case List<?> list -> list.stream().map(HostileTextTest::spoilt).toList();
      case Set<?> set ->
          set.stream().map(HostileTextTest::spoilt).collect(Collectors.toUnmodifiableSet());
      case Optional<?> optional -> optional.map(HostileTextTest::spoilt);
      case Map<?, ?> map -> {
        Map<Object, Object> made =
            map instanceof SortedMap<?, ?> ? new TreeMap<>() : new LinkedHashMap<>();
        map.forEach((key, entry) -> made.put(key, spoilt(entry)));
        yield made;
      }
      default -> value;
    };
  }

  private static Object spoiltRecord(Record record) {
    RecordComponent[] parts = record.getClass().getRecordComponents();
    try {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = spoilt(parts[i].getAccessor().invoke(record));
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
