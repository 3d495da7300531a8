package dev.upheld.edge.api;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Taking the journal away. */
@Controller
public final class JournalApi {
  static final String LINES = "application/jsonl";

  private final Export export;

  /** The whole journal with its checkpoints and keys. */
  @FunctionalInterface
  public interface Export {
    /** Writes it. */
    void to(OutputStream out) throws IOException;
  }

  public JournalApi(Export export) {
    this.export = export;
  }

  /** The journal as a file that `upheld journal verify` can check. */
  @GetMapping(value = "/api/v1/journal/export", produces = LINES)
  @Summary(
      "The whole journal, to be checked with `upheld journal verify` (docs/journal-format.md).")
  @Needs(Permission.JOURNAL_EXPORT)
  public void exported(HttpServletResponse response) throws IOException {
    response.setContentType(LINES + ";charset=utf-8");
    export.to(response.getOutputStream());
  }
}
