package dev.upheld.app.serve;

import dev.upheld.access.Letters;
import org.jooq.DSLContext;

/** Sends nothing. */
record SilentLetters() implements Letters {

  @Override
  public void invitation(DSLContext tx, To to, String role, String path) {}

  @Override
  public void reset(DSLContext tx, To to, String path) {}

  @Override
  public void factorChanged(DSLContext tx, To to) {}

  @Override
  public void changed(DSLContext tx, To to) {}
}
