package dev.upheld.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Payloads are text in UTF-8: no Java objects are read back from the database. */
final class Text implements Serializer {

  @Override
  public byte[] serialize(@Nullable Object data) {
    return bytes(data instanceof String text ? text : "");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    return data == null || type != String.class
        ? null
        : type.cast(new String(data, StandardCharsets.UTF_8));
  }
}
