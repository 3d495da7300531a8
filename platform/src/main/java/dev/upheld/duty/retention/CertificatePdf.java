package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import dev.upheld.kernel.Sha256;
import dev.upheld.mail.LetterPdf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A certificate on paper. What counts is the signed file: the paper carries the digest of what was
 * signed, the key and the signature.
 */
public final class CertificatePdf {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode said;
  private final Map<String, String> words;
  private final List<String> text = new ArrayList<>();

  private CertificatePdf(JsonNode said, Map<String, String> words) {
    this.said = said;
    this.words = words;
  }

  /**
   * The paper of a signed certificate.
   *
   * @param language {@code fr}, else English
   */
  public static byte[] of(String signed, String company, String language) {
    Map<String, String> words = language.equals("fr") ? CertificateWords.FR : CertificateWords.EN;
    CertificatePdf paper = new CertificatePdf(Certificate.text(signed), words);
    paper.write(JSON.readTree(signed));
    return LetterPdf.of(
        new LetterPdf.Text(language, paper.word("title"), List.of(company), List.of(), paper.text));
  }

  private String word(String key) {
    return words.getOrDefault(key, key);
  }

  private void line(String key, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      text.add(word(key) + " " + value.asString());
    }
  }

  private void write(JsonNode envelope) {
    text.add("#" + word("title"));
    line("says", said.path("says"));
    line("rule", said.path("rule"));
    line("then", said.path("then"));
    line("digest", said.path("digest"));
    line("released", said.at("/released/at"));
    line("by", said.at("/released/by"));
    line("run", said.path("run"));
    line("began", said.path("began"));
    line("ended", said.path("ended"));
    if (!Certificate.isWhole(said)) {
      text.add(word("partial"));
    }
    text.add("#" + word("was"));
    if (said.has("due")) {
      counts(said.path("due"));
    } else {
      text.add(word("unseen"));
    }
    text.add("#" + word("done"));
    said.path("done").properties().forEach(e -> text.add(done(e.getKey(), e.getValue())));
    if (said.path("done").isEmpty()) {
      text.add(word("nothing"));
    }
    if (!said.path("keptBack").isEmpty()) {
      text.add("#" + word("kept"));
      said.path("keptBack")
          .properties()
          .forEach(e -> text.add(kept(e.getKey()) + " " + e.getValue().asLong()));
    }
    text.add("#" + word("left"));
    if (said.has("left")) {
      counts(said.path("left"));
    } else {
      text.add(word("uncounted"));
    }
    line("trouble", said.path("trouble"));
    text.add("#" + word("proof"));
    line("entry", said.at("/journal/entry"));
    line("hash", said.at("/journal/hash"));
    line("issued", said.path("issued"));
    byte[] signed = envelope.path("receipt").asString("").getBytes(StandardCharsets.UTF_8);
    text.add(word("signedText") + " " + Sha256.hex(signed));
    line("key", envelope.path("key"));
    line("signature", envelope.path("signature"));
    text.add(word("how"));
  }

  private void counts(JsonNode counts) {
    line(counts.path("about").asBoolean(false) ? "rows.about" : "rows", counts.path("rows"));
    for (String key : List.of("past", "exempt", "unknown", "future", "oldest")) {
      line(key, counts.path(key));
    }
  }

  private String done(String place, JsonNode tally) {
    StringBuilder line = new StringBuilder(place).append(":");
    tally
        .properties()
        .forEach(
            e -> {
              if (e.getValue().asLong() > 0) {
                line.append(" ")
                    .append(word("did." + e.getKey()))
                    .append(" ")
                    .append(e.getValue().asLong());
              }
            });
    return line.toString();
  }

  private String kept(String why) {
    if (why.startsWith(Expired.HOLD)) {
      return word("hold") + " " + why.substring(Expired.HOLD.length()) + ":";
    }
    return why.startsWith(Expired.PROMISE)
        ? word("promise") + " " + why.substring(Expired.PROMISE.length()) + ":"
        : word("kept." + why);
  }
}
