package dev.upheld.edge.cli;

import dev.upheld.edge.cli.ProveView.Line;
import dev.upheld.verdict.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run of {@code prove} as a JUnit XML report, for CI systems: a suite per duty, a case per
 * promise. BROKEN is a failure, UNPROVEN an error, waiting for a duty or a person is skipped,
 * AT_RISK passes and says so in its output.
 */
final class ProveJunit {

  private final XMLStreamWriter xml;

  private ProveJunit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(ProveView view) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new ProveJunit(xml).suites(view);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory failed", e);
    }
    return text.toString();
  }

  private void suites(ProveView view) throws XMLStreamException {
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "upheld " + clean(view.company()));
    totals(view.lines());
    Map<String, List<Line>> byDuty =
        view.lines().stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.promise().duty().id(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Line>> e : byDuty.entrySet()) {
      suite(e.getKey(), e.getValue(), view);
    }
    xml.writeEndElement();
  }

  private void suite(String duty, List<Line> lines, ProveView view) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", duty);
    xml.writeAttribute("timestamp", view.at().toString());
    totals(lines);
    for (Line line : lines) {
      testcase(line);
    }
    xml.writeEndElement();
  }

  private void totals(List<Line> lines) throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(lines.size()));
    xml.writeAttribute("failures", count(lines, Verdict.BROKEN));
    xml.writeAttribute(
        "errors",
        String.valueOf(
            lines.stream().filter(l -> l.verdict() == Verdict.UNPROVEN && !l.waiting()).count()));
    xml.writeAttribute("skipped", String.valueOf(lines.stream().filter(Line::waiting).count()));
  }

  private static String count(List<Line> lines, Verdict verdict) {
    return String.valueOf(lines.stream().filter(l -> l.verdict() == verdict).count());
  }

  private void testcase(Line line) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", line.promise().duty().id() + "." + line.promise().kind());
    xml.writeAttribute("name", clean(line.promise().id().toString()));
    double seconds = line.evidence().map(e -> e.took().toMillis() / 1000.0).orElse(0.0);
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
    switch (line.verdict()) {
      case BROKEN -> outcome("failure", line);
      case UNPROVEN -> outcome(line.waiting() ? "skipped" : "error", line);
      case AT_RISK -> systemOut("AT_RISK: " + line.why());
      case UPHELD -> systemOut(line.why());
    }
    xml.writeEndElement();
  }

  private void outcome(String element, Line line) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", clean(line.why()));
    if (!element.equals("skipped")) {
      xml.writeAttribute("type", line.verdict().name());
      String reasons = line.evidence().map(e -> String.join("\n", e.reasons())).orElse("");
      xml.writeCharacters(clean(line.promise().header().sentence() + "\n" + reasons));
    }
    xml.writeEndElement();
  }

  private void systemOut(String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** XML 1.0 forbids most control characters even when escaped. */
  private static String clean(String text) {
    return Words.safe(text);
  }
}
