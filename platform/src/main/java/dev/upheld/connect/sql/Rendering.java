package dev.upheld.connect.sql;

import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Writes statements down: every name quoted, every value in place, laid out for people. */
public final class Rendering {
  static {
    // jOOQ greets on first use, through the log, unless told not to
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DSLContext dsl;

  /** For one kind of server. */
  public Rendering(SQLDialect dialect) {
    Settings settings =
        new Settings()
            .withRenderFormatted(true)
            .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
            .withExecuteLogging(false);
    dsl = DSL.using(dialect, settings);
  }

  /** The text, ready to be sent or to be pasted into the server's own client. */
  public String text(QueryPart statement) {
    return dsl.renderInlined(statement);
  }
}
