package dev.upheld.edge.console.http;

import dev.upheld.edge.console.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cookies of the console. None is readable by scripts or sent along from other sites; over
 * https their names bind them to this host alone (the {@code __Host-} prefix of RFC 6265bis).
 *
 * @param https whether people come over https
 */
public record Cookies(boolean https) {

  /** What cookies there are; each is needed for what the person just asked for. */
  public enum Kind {
    /** Whoever is signed in, or halfway. */
    SESSION("upheld-session"),
    /** Ties the forms of somebody not signed in to their browser. */
    FORMS("upheld-forms"),
    /** The language chosen. */
    LANGUAGE("upheld-language"),
    /** Light or dark, as chosen. */
    THEME("upheld-theme"),
    /** What the last act did, told once by the next page. */
    NOTICE("upheld-notice"),
    /** Where to go after signing in. */
    NEXT("upheld-next");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What somebody chose is kept for a year, all else until the browser closes. */
    private boolean chosen() {
      return this == LANGUAGE || this == THEME;
    }
  }

  /** The name on the wire. */
  public String name(Kind kind) {
    return (https ? "__Host-" : "") + kind.word;
  }

  /** The value the browser sent; empty when there is none, or more than one. */
  public Optional<String> read(HttpServletRequest request, Kind kind) {
    Cookie[] all = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
    List<String> values =
        Arrays.stream(all)
            .filter(c -> c.getName().equals(name(kind)))
            .map(Cookie::getValue)
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** The language chosen, else the one the browser asks for. */
  public Language language(HttpServletRequest request) {
    return read(request, Kind.LANGUAGE)
        .flatMap(Language::ofTag)
        .orElseGet(
            () ->
                Language.asked(
                    Objects.requireNonNullElse(request.getHeader("Accept-Language"), "")));
  }

  /** Sets it. */
  public void write(HttpServletResponse response, Kind kind, String value) {
    Cookie cookie = cookie(kind, value);
    if (kind.chosen()) {
      cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    }
    response.addCookie(cookie);
  }

  /** Takes it back. */
  public void clear(HttpServletResponse response, Kind kind) {
    Cookie cookie = cookie(kind, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private Cookie cookie(Kind kind, String value) {
    Cookie cookie = new Cookie(name(kind), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(https);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
