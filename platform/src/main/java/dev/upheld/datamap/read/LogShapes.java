package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.datamap.SystemEntry;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@code systems.yaml} that speaks of folders of logs. */
final class LogShapes {
  private LogShapes() {}

  /** What only a folder has. */
  static Stream<Field> folder() {
    return Stream.of(
        optional(
            "folder",
            Literal.of("a path, or env:NAME, or file:PATH", "/var/log/shop", "[^\\s\\x00].*"),
            "Where the logs lie, of kind files: absolute or in the workspace. Its own files are"
                + " meant, none of folders within. Of kind vault: where the archive lies, by choice"
                + " on a disk of its own."),
        optional(
            "logs",
            Shapes.tableOf(Shapes.word("access"), log()),
            "The logs in the folder, by the word that the data map uses as table."),
        optional(
            "besides",
            Shapes.oneOrMore(name()),
            "Patterns of names in the folder that are no logs, as somebody who looked can say. What"
                + " neither a log takes nor this names keeps promises about the folder unproved."));
  }

  static Stream<Rule> needs() {
    return Stream.concat(ofVaults(), ofLogs());
  }

  private static Stream<Rule> ofVaults() {
    return Stream.of("folder", "key")
        .map(
            key ->
                new Rule.When(
                    "kind",
                    List.of(SystemEntry.VAULT),
                    key,
                    new Complaint(
                        ShapeCode.MISSING_KEY,
                        "The key \"%s\" is missing; an archive of files has one.".formatted(key),
                        "Add it, for example: folder: /srv/archive, key: env:ARCHIVE_KEY")));
  }

  private static Stream<Rule> ofLogs() {
    return Stream.of("folder", "logs")
        .map(
            key ->
                new Rule.When(
                    "kind",
                    List.of(SystemsLanguage.FILES),
                    key,
                    new Complaint(
                        ShapeCode.MISSING_KEY,
                        "The key \"%s\" is missing; a folder of logs has one.".formatted(key),
                        "Add it, for example: folder: /var/log/shop, logs: {access: {files:"
                            + " \"access.log*\", dated: content, pattern: iso}}")));
  }

  private static Struct log() {
    return new Struct(
        "log",
        "a log",
        "The file that is written now and those it was rotated into.",
        "{files: \"access*.log*\", live: access.log, dated: name, pattern: yyyy-MM-dd}",
        List.of(
            required(
                "files",
                Shapes.oneOrMore(name()),
                "Patterns of file names: * for any characters, ? for one. Files ending in .gz, .bz2"
                    + " or .xz are unpacked to be read."),
            required(
                "dated",
                Shapes.choice(
                    "name", "by a date in the file's name",
                    "content", "by the time stamps of its lines",
                    "mtime", "by when it was last written; weak, as a copy changes that"),
                "How old the entries of a file are."),
            optional(
                "pattern",
                Shapes.text("yyyy-MM-dd"),
                "How the date or stamp is written, in letters of Java's DateTimeFormatter, or iso,"
                    + " epoch-seconds, epoch-millis."),
            optional(
                "after",
                Shapes.text("["),
                "The text right before the stamp in a line, if lines do not begin with it."),
            optional(
                "name-says",
                Shapes.choice(
                    "begin", "the time of the entries",
                    "end", "when the file was rotated"),
                "What the date in a name means; begin if left out."),
            optional("rotation", rotation(), "How long one file is written; 1 day if left out."),
            optional("live", name(), "The name of the file written now, which never goes."),
            optional(
                "every",
                Shapes.choice(
                    "hour", "each hour has entries",
                    "day", "each day has entries"),
                "How often there are entries for certain, so that missing ones are seen."),
            optional(
                "since",
                Shapes.date(),
                "The first day of this log with entries; nothing is missing before.")),
        List.of(new Rule.Needs("every", "since"), new Rule.Needs("since", "every")));
  }

  private static Literal name() {
    return Literal.of(
        "a file name, * for any characters, without slashes", "access.log*", "[^/\\x00]+");
  }

  private static Shape rotation() {
    return Shapes.choice(
        "1 hour", "a new file each hour",
        "1 day", "a new file each day",
        "1 week", "a new file each week",
        "1 month", "a new file each month");
  }
}
