package dev.upheld.app.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as the tests need: cookies, forms with their token, no redirects followed.
 */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String token = "";

  Browser(String url) {
    this.url = url;
  }

  /** One answer. */
  record Page(
      int status,
      String body,
      Optional<String> location,
      List<String> setCookies,
      HttpHeaders headers) {
    String header(String name) {
      return String.join(" and ", headers.allValues(name));
    }

    String to() {
      return location.orElse("nowhere, but status " + status);
    }
  }

  Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Page get(String path) {
    return send(request(path).GET());
  }

  /** What lies there, as the bytes it is. */
  HttpResponse<byte[]> download(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks by another method, without a body. */
  Page send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  /** Posts a form with the token of the last page that had one. */
  Page post(String path, String... fields) {
    if (token.isEmpty()) {
      get("/sign-in");
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_csrf", token);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return postRaw(path, form);
  }

  /** Posts a form, and gives the answer as the bytes it is. */
  HttpResponse<byte[]> fetch(String path, String... fields) {
    StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    HttpRequest posted =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return client.send(posted, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Page postRaw(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Posts a body of this type, as it is. */
  Page postBody(String path, String type, byte[] body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Posts a body without saying how long it is. */
  Page postStream(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("set-cookie").forEach(this::keep);
      Matcher matcher = TOKEN.matcher(answer.body());
      if (matcher.find()) {
        token = matcher.group(1);
      }
      return new Page(
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("location").map(l -> l.replace(url, "")),
          answer.headers().allValues("set-cookie"),
          answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    String pair = cookie.split(";", -1)[0];
    int equals = pair.indexOf('=');
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }

  /** Of the last page that had a form. */
  String token() {
    return token;
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void plant(String name, String value) {
    cookies.put(name, value);
  }
}
