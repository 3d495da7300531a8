package dev.upheld.law;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a pack says of its country: authority, calendar, other countries. */
final class PlaceReader {
  private static final Pattern PLACE = Pattern.compile("[A-Z]{2,5}");
  private static final PackFields.Form<String> COUNTRY =
      new PackFields.Form<>(
          "a code of two to five capital letters",
          t -> PLACE.matcher(t).matches() ? Optional.of(t) : Optional.empty());
  private static final PackFields.Form<Integer> YEAR =
      new PackFields.Form<>(
          "a year from 1583 to 9999",
          t ->
              t.matches("[1-9][0-9]{3}") && Integer.parseInt(t) >= 1583
                  ? Optional.of(Integer.valueOf(t))
                  : Optional.empty());
  private static final PackFields.Form<Integer> DAYS =
      new PackFields.Form<>(
          "a number of days from -70 to 70",
          t ->
              t.matches("[+-]?([0-9]|[1-6][0-9]|70)")
                  ? Optional.of(Integer.valueOf(t))
                  : Optional.empty());
  private static final PackFields.Form<MonthDay> MONTH_DAY =
      new PackFields.Form<>("a day of the year like 07-14", PlaceReader::monthDay);
  private static final PackFields.Form<ZoneId> ZONE =
      new PackFields.Form<>("a time zone like Europe/Paris", PlaceReader::zone);
  private static final PackFields.Form<DayOfWeek> WEEKDAY =
      PackFields.oneOf(DayOfWeek.class, d -> d.name().toLowerCase(Locale.ROOT));
  private static final PackFields.Form<Boolean> YES_NO =
      new PackFields.Form<>(
          "true or false",
          t ->
              t.equals("true") || t.equals("false")
                  ? Optional.of(Boolean.valueOf(t))
                  : Optional.empty());

  private final ProvisionReader provisions;

  PlaceReader(ProvisionReader provisions) {
    this.provisions = provisions;
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text)).filter(d -> d.isValidYear(2023));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Authority authority(PackFields fields) {
    Authority authority =
        new Authority(
            fields.text("id"),
            fields.sourced("name", PackFields.TEXT),
            fields.maybeSourced("address", PackFields.TEXT),
            fields.maybeSourced("complaints", PackFields.TEXT),
            fields.maybeSourced("breaches", PackFields.TEXT),
            fields.maybeSourced("website", PackFields.TEXT),
            fields.maybeText("dpv"));
    fields.done();
    return authority;
  }

  WorkingCalendar calendar(PackFields fields) {
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    weekend.addAll(fields.list("weekend", WEEKDAY));
    if (weekend.size() > 6) {
      throw ProvisionReader.bad(fields, "No day is left to work.", "Shorten the weekend.");
    }
    Optional<PackFields> covers = fields.child("covers");
    WorkingCalendar calendar =
        new WorkingCalendar(
            fields.maybe("zone", ZONE),
            weekend,
            fields.rows("holidays").stream().map(PlaceReader::holiday).toList(),
            covers.flatMap(c -> c.maybe("from", YEAR)),
            covers.flatMap(c -> c.maybe("to", YEAR)));
    covers.ifPresent(PackFields::done);
    fields.done();
    return calendar;
  }

  private static Holiday holiday(PackFields row) {
    List<HolidayDate> dates = new ArrayList<>();
    row.maybe("day", MONTH_DAY).map(HolidayDate.Fixed::new).ifPresent(dates::add);
    row.maybe("easter", DAYS).map(HolidayDate.FromEaster::new).ifPresent(dates::add);
    row.maybe("date", PackFields.DATE).map(HolidayDate.On::new).ifPresent(dates::add);
    row.maybe("weekday", WEEKDAY)
        .map(day -> new HolidayDate.WeekdayFrom(day, row.parsed("on-or-after", MONTH_DAY)))
        .ifPresent(dates::add);
    if (dates.size() != 1) {
      throw ProvisionReader.bad(
          row,
          "A holiday falls by exactly one rule.",
          "Write one of `day`, `easter`, `date`, or `weekday` with `on-or-after`.");
    }
    Holiday holiday = new Holiday(row.sourced("name", PackFields.TEXT), dates.getFirst());
    row.done();
    return holiday;
  }

  TransferRules transfers(PackFields fields) {
    Map<String, Sourced<Set<String>>> territories = territories(fields);
    Map<String, TransferTool> tools = new LinkedHashMap<>();
    fields.children("tools").forEach((key, tool) -> tools.put(key, tool(key, tool)));
    TransferRules rules =
        new TransferRules(
            territories,
            expanded(fields.list("free", COUNTRY), territories),
            fields.rows("adequate").stream().map(PlaceReader::adequacy).toList(),
            tools);
    fields.done();
    return rules;
  }

  private static Map<String, Sourced<Set<String>>> territories(PackFields fields) {
    Map<String, Sourced<Set<String>>> territories = new LinkedHashMap<>();
    fields
        .child("territories")
        .ifPresent(
            areas ->
                List.copyOf(areas.keys())
                    .forEach(
                        name ->
                            areas
                                .maybeSourcedList(name, COUNTRY)
                                .ifPresent(
                                    codes ->
                                        territories.put(
                                            name, codes.map(c -> expanded(c, territories))))));
    return territories;
  }

  /** Codes with the names of areas already read replaced by their countries. */
  private static Set<String> expanded(
      List<String> codes, Map<String, Sourced<Set<String>>> territories) {
    Set<String> countries = new LinkedHashSet<>();
    for (String code : codes) {
      Sourced<Set<String>> area = territories.get(code);
      if (area == null) {
        countries.add(code);
      } else {
        countries.addAll(area.value());
      }
    }
    return countries;
  }

  private static Adequacy adequacy(PackFields row) {
    Adequacy adequacy =
        new Adequacy(
            new Sourced<>(row.parsed("place", COUNTRY), row.provenance()),
            row.maybeText("condition"),
            row.maybe("contested", YES_NO).orElse(false));
    row.done();
    return adequacy;
  }

  private TransferTool tool(String key, PackFields fields) {
    TransferTool tool = new TransferTool(provisions.head(key, fields), fields.maybeText("needs"));
    fields.done();
    return tool;
  }
}
