package dev.upheld.connect.mariadb;

import dev.upheld.connect.sql.Fault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an error means, by the server's number, or SQLSTATE where the driver speaks. */
final class MariaDbFaults {
  private MariaDbFaults() {}

  /**
   * @param encrypted whether encryption was demanded
   */
  static Fault kind(SQLException error, boolean encrypted) {
    if (has(error, SSLException.class) || has(error, GeneralSecurityException.class)) {
      return Fault.TLS;
    }
    return switch (error.getErrorCode()) {
      case 1045, 1698, 1862, 1820, 1129, 1130, 3159 -> Fault.SIGN_IN;
      case 1049 -> Fault.NO_DATABASE;
      case 1044, 1142, 1143, 1227, 1370, 1345 -> Fault.DENIED;
      case 1146, 1054, 1051, 1356, 1932 -> Fault.GONE;
      case 1969, 1317, 3024 -> Fault.STOPPED;
      case 1021, 1114 -> Fault.FULL;
      case 1205 -> Fault.LOCKED;
      case 1267, 1270, 1271, 1292, 1366, 1411 -> Fault.UNFIT;
      case 1927, 1053, 1152, 1158, 1159, 1160, 1161, 4031 -> Fault.DOWN;
      default -> byState(error, encrypted);
    };
  }

  private static Fault byState(SQLException error, boolean encrypted) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    if (state.startsWith("08")) {
      // the driver's word for a server that offers no encryption comes without a broken line
      return encrypted && !has(error, IOException.class) ? Fault.TLS : Fault.DOWN;
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
