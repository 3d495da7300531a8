package dev.upheld.connect.postgres;

import dev.upheld.connect.sql.Fault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an error means, by its SQLSTATE; see "PostgreSQL Error Codes" in its documentation. */
final class PostgresFaults {
  private PostgresFaults() {}

  /**
   * @param encrypted whether encryption was demanded
   */
  static Fault kind(SQLException error, boolean encrypted) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    if (has(error, SSLException.class) || has(error, GeneralSecurityException.class)) {
      return Fault.TLS;
    }
    return switch (state) {
      case "57014" -> Fault.STOPPED;
      case "53100" -> Fault.FULL;
      case "55P03" -> Fault.LOCKED;
      case "42501" -> Fault.DENIED;
      case "3D000" -> Fault.NO_DATABASE;
      case "42P01", "42703", "3F000" -> Fault.GONE;
      case "42883", "42804", "42846", "42725", "42809" -> Fault.UNFIT;
      case "57P01", "57P02", "57P03", "57P05" -> Fault.DOWN;
      // the driver's word for a server that offers no encryption
      case "08004" -> encrypted && !has(error, IOException.class) ? Fault.TLS : Fault.DOWN;
      // and for a certificate that names another host
      case "08006" -> encrypted && error.getCause() == null ? Fault.TLS : Fault.DOWN;
      default -> byClass(state);
    };
  }

  private static Fault byClass(String state) {
    if (state.startsWith("08")) {
      return Fault.DOWN;
    }
    if (state.startsWith("28")) {
      return Fault.SIGN_IN;
    }
    return state.startsWith("22") ? Fault.UNFIT : Fault.OTHER;
  }

  private static boolean has(Throwable error, Class<? extends Throwable> type) {
    @Nullable Throwable cause = error;
    while (cause != null) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
