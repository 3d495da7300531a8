package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A company with a folder of logs that the law wants kept for a year, and no longer. */
final class LogShop {
  static final String RULE = "shop/content-operations/keep@app-logs/access";

  private final Path workspace;
  private final Path logs;

  LogShop(Path folder, String log) {
    this.workspace = folder.resolve("ws");
    this.logs = folder.resolve("logs");
    try {
      Files.createDirectories(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("charter.yaml", CHARTER);
    write("datamap/app-logs.yaml", MAP);
    write(
        "systems.yaml",
        """
        systems:
          app-logs:
            kind: files
            folder: "%s"
            country: FR
            zone: Europe/Paris
            logs:
              access: {%s}
        """
            .formatted(logs, log));
  }

  void write(String file, String text) {
    try {
      Path path = workspace.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void change(String file, String from, String to) {
    try {
      String text = Files.readString(workspace.resolve(file));
      assertThat(text).contains(from);
      write(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path workspaceFolder() {
    return workspace;
  }

  Path logs() {
    return logs;
  }

  Workspace workspace() {
    WorkspaceReading reading = Workspaces.read(workspace, References.machine().overlaid(Map.of()));
    assertThat(reading.faults()).isEmpty();
    return reading.workspace().orElseThrow();
  }

  /** A line as web servers write it. */
  static String line(Instant at) {
    return "192.0.2.7 - anna [" + at + "] \"PUT /note/7\" 200\n";
  }

  /** Writes a file that nobody touched for a while, packed where its name says so. */
  Path file(String name, String text) {
    try {
      Path file = logs.resolve(name);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.write(file, bytes.toByteArray());
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file for each day, the older ones packed. */
  void days(LocalDate first, LocalDate last) {
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      file("access-" + day + (day.getDayOfMonth() % 2 == 0 ? ".log.gz" : ".log"), of(day));
    }
  }

  /** Entries up to the end of the day: the same are past their time at whatever hour it runs. */
  static String of(LocalDate day) {
    Instant last = day.atTime(23, 59).atZone(ZoneId.of("Europe/Paris")).toInstant();
    return line(Instant.parse(day + "T08:00:00Z")) + line(last);
  }

  List<String> names() {
    try (var all = Files.list(logs)) {
      return all.map(p -> p.getFileName().toString())
          .filter(n -> !n.startsWith(".upheld-act"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String MAP =
      """
      system: app-logs
      places:
        access:
          activity: content-operations
          clocks: {collected: written}
          fields: {line: event}
      """;

  private static final String CHARTER =
      """
      upheld: 1
      company: {id: shop, name: Shop SAS, country: FR, zone: Europe/Paris, owner: dpo@shop.example}
      contacts:
        privacy: {name: DPO, email: dpo@shop.example, address: "Shop SAS, Paris"}
      jurisdictions: [fr]
      languages: {list: [en], prevailing: en}
      vocabulary:
        event: {is: "pd:ServiceConsumptionBehavior"}
      subjects:
        customers: {is: customer}
      activities:
        content-operations:
          title: Record of content operations
          role: controller
          purpose: keep-connection-data
          basis: {is: legal-obligation, law: fr/FR-LCEN-4}
          subjects: [customers]
          data: {only: [event]}
          keep: {for: 1 year, from: collected, at-least: true, then: delete, law: fr/FR-LCEN-4}
          recipients: []
      rights:
        - {right: access, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: objection, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: withdraw-consent}
        - {right: post-mortem}
      """;
}
