package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import java.sql.SQLException;
import java.util.List;

/**
 * Who may read a table, made ready to be asked of the server's own catalogue.
 *
 * @param texts every statement that may be sent, in order
 * @param asking sends them and reads what comes
 */
public record Roll(List<String> texts, Asking asking) {
  public Roll {
    texts = List.copyOf(texts);
  }

  /** Asks within the transaction it is given. */
  public interface Asking {
    Answer.ReaderFacts ask(Runs runs) throws SQLException;
  }
}
