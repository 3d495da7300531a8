package dev.upheld.charter.read;

import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Recipient.Transfer;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.model.Words;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.model.Words.Subject;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.charter.shape.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the words of a charter and its recipients. */
final class WordsReader {
  private WordsReader() {}

  static Words words(View root) {
    return new Words(
        Read.table(root, "vocabulary", WordsReader::dataWord),
        Read.table(root, "subjects", WordsReader::subject),
        Read.texts(root, "events"),
        Read.texts(root, "products"));
  }

  private static DataWord dataWord(View table, String word) {
    View view = Read.inner(table, word);
    return new DataWord(
        view.text("is").orElse(word),
        form(view),
        view.text("title"),
        Read.statedText(view, "special"),
        Read.source(table, word));
  }

  private static Optional<ValueForm> form(View view) {
    Optional<ValueForm> own =
        view.child("form")
            .flatMap(
                f -> f.text("matches").map(regex -> new ValueForm.Matching(regex, f.text("when"))));
    return own.or(
        () ->
            view.text("form")
                .map(
                    word ->
                        word.equals("ip-half")
                            ? new ValueForm.HalfIp()
                            : new ValueForm.PasswordHash()));
  }

  private static Subject subject(View table, String word) {
    View view = Read.inner(table, word);
    return new Subject(view.text("is").orElse(word), view.text("title"), Read.source(table, word));
  }

  static Map<String, Recipient> recipients(View root) {
    return Read.table(root, "recipients", WordsReader::recipient);
  }

  private static Recipient recipient(View table, String word) {
    View view = Read.inner(table, word);
    return new Recipient(
        Read.statedText(view, "name"),
        Read.stated(view, "country", v -> some(v.texts("country"))),
        view.text("role")
            .map(r -> Read.constant(Recipient.Role.class, r))
            .orElse(Recipient.Role.CONTROLLER),
        Read.statedText(view, "dpa"),
        transfers(view),
        Read.source(table, word));
  }

  private static Stated<List<Transfer>> transfers(View view) {
    return Read.stated(
        view,
        "transfer",
        v -> some(v.children("transfer").stream().map(WordsReader::transfer).toList()));
  }

  private static Transfer transfer(View view) {
    return new Transfer(
        view.texts("to"),
        Read.statedText(view, "tool"),
        view.text("document"),
        view.text("assessment"),
        Read.date(view, "expires"),
        Read.source(view));
  }

  private static <T> Optional<List<T>> some(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }
}
