package dev.upheld.app.config;

import dev.upheld.app.config.Setting.Kind;
import dev.upheld.duty.request.Notice;
import dev.upheld.kernel.MailAddress;
import dev.upheld.probe.tell.Events;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values settings take. */
final class Kinds {
  private static final Pattern PERIOD =
      Pattern.compile("([1-9][0-9]{0,5}) ?(seconds?|minutes?|hours?|days?)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1));

  static final Kind<String> TEXT =
      new Kind<>("text", t -> Optional.of(t).filter(s -> !s.isBlank() && s.indexOf('\n') < 0));

  static final Kind<String> MAIL_ADDRESS =
      new Kind<>(
          "one plain mail address such as `privacy@example.com`",
          t -> Optional.of(t).filter(MailAddress::fits));

  static final Kind<String> HOST_NAME =
      new Kind<>(
          "a host name or IP address", t -> Optional.of(t).filter(s -> HOST.matcher(s).matches()));

  static final Kind<Integer> PORT =
      new Kind<>("a port number, 0 to 65535", t -> whole(t, 0, 65_535));

  static final Kind<Boolean> FLAG =
      new Kind<>(
          "`true` or `false`",
          t ->
              t.equals("true") || t.equals("false")
                  ? Optional.of(t.equals("true"))
                  : Optional.empty());

  static final Kind<Duration> TIME =
      new Kind<>("a time such as `30 minutes`, `12 hours`", Kinds::period);

  static final Kind<URI> WEB_ADDRESS =
      new Kind<>("an address such as `https://privacy.example.com`, without a path", Kinds::origin);

  static final Kind<LocalTime> CLOCK =
      new Kind<>(
          "a time of the day such as `03:30`",
          t ->
              t.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                  ? Optional.of(LocalTime.parse(t))
                  : Optional.empty());

  static final Kind<URI> URL =
      new Kind<>("an address such as `https://hooks.example.com/upheld`", Kinds::url);

  static final Kind<List<String>> ADDRESSES =
      new Kind<>(
          "IP addresses, separated by commas",
          t -> {
            List<String> all = Arrays.stream(t.split(",", -1)).map(String::strip).toList();
            return Optional.of(all)
                .filter(l -> l.stream().allMatch(a -> HOST.matcher(a).matches()));
          });

  static final Kind<Events> EVENTS =
      new Kind<>(
          "names of events or `promise.*`, `request.*`, separated by commas",
          t ->
              Events.parse(
                  t, Stream.concat(Events.OF_PROMISES.stream(), Notice.EVENTS.stream()).toList()));

  static final Kind<Reference> SECRET =
      new Kind<>("a reference to a secret: `env:NAME` or `file:PATH`", Reference::parse);

  static final Kind<List<Reference>> SECRETS =
      new Kind<>(
          "references to secrets, `env:NAME` or `file:PATH`, separated by commas",
          t -> {
            List<Optional<Reference>> all =
                Arrays.stream(t.split(",", -1)).map(r -> Reference.parse(r.strip())).toList();
            return Optional.of(all.stream().flatMap(Optional::stream).toList())
                .filter(read -> read.size() == all.size());
          });

  /** Each name once. */
  static final Kind<Map<String, Reference>> NAMED_SECRETS =
      new Kind<>(
          "names with references to secrets such as `crm=env:CRM_SECRET`, separated by commas",
          Kinds::named);

  private Kinds() {}

  private static Optional<Map<String, Reference>> named(String text) {
    Map<String, Reference> all = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      String[] pair = each.strip().split("=", 2);
      Optional<Reference> reference =
          pair.length == 2 && NAME.matcher(pair[0]).matches()
              ? Reference.parse(pair[1])
              : Optional.empty();
      if (reference.isEmpty() || all.putIfAbsent(pair[0], reference.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /** A whole number within limits. */
  static Kind<Integer> wholeNumber(int least, int most) {
    return new Kind<>("a whole number, " + least + " to " + most, t -> whole(t, least, most));
  }

  /** One of the words of an enum, in lower case. */
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    Map<String, E> words =
        Stream.of(type.getEnumConstants())
            .collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), Function.identity()));
    String wanted =
        Stream.of(type.getEnumConstants())
            .map(e -> "`" + e.name().toLowerCase(Locale.ROOT) + "`")
            .collect(Collectors.joining(", "));
    return new Kind<>("one of " + wanted, t -> Optional.ofNullable(words.get(t)));
  }

  private static Optional<Integer> whole(String text, int least, int most) {
    if (!text.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most);
  }

  private static Optional<Duration> period(String text) {
    Matcher matcher = PERIOD.matcher(text);
    return matcher.matches()
        ? Optional.ofNullable(UNITS.get(matcher.group(2).charAt(0)))
            .map(unit -> unit.multipliedBy(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  private static Optional<URI> url(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> origin(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean bare =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return web && bare ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
