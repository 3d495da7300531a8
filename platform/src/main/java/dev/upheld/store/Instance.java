package dev.upheld.store;

import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The folder of one server and what lies where in it. The folder and its control files are ours;
 * the server's user owns only the data, the log and the key of its certificate, so that it cannot
 * make us write somewhere else.
 *
 * @param folder absolute, without symbolic links
 */
record Instance(Path folder) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern UNSAFE_PATH = Pattern.compile("[\"'`$\\\\\\p{Cntrl}]");
  private static final int PASSWORD_BYTES = 24;

  /** Creates the folder if it is missing. */
  static Instance in(Path home, String name, boolean root) {
    if (!NAME.matcher(name).matches()) {
      throw StoreProblem.OPTION.because(
          "\"" + name + "\" is no instance name.", "Use small letters, digits and hyphens.");
    }
    Path folder = home.toAbsolutePath().normalize().resolve("postgres").resolve(name);
    // pg_ctl and initdb hand paths to a shell within double quotes.
    if (UNSAFE_PATH.matcher(folder.toString()).find()) {
      throw StoreProblem.HOME.because(
          "The path of the home folder holds a quote, a dollar sign or a backslash.",
          "Choose another UPHELD_HOME.");
    }
    // Root's server runs as another user, who must be able to walk through, but not to look around.
    Disk.folder(folder, root ? "rwx--x--x" : "rwx------");
    try {
      return new Instance(folder.toRealPath());
    } catch (IOException e) {
      throw Disk.problem(e, "read", folder);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  Path config() {
    return folder.resolve("server.conf");
  }

  Path access() {
    return folder.resolve("access.conf");
  }

  Path portFile() {
    return folder.resolve("port");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path certificate() {
    return folder.resolve("server.crt");
  }

  Path certificateKey() {
    return folder.resolve("server.key");
  }

  boolean hasData() {
    return Files.isDirectory(data());
  }

  /** A name for the server's processes that no other instance on this machine shares. */
  String clusterName() {
    CRC32C crc = new CRC32C();
    byte[] path = folder.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    crc.update(path);
    return "upheld-" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Makes a new superuser password and keeps it in a file only we can read. */
  Secret<String> newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Disk.write(passwordFile(), password, "rw-------");
    return Secret.of(password);
  }

  /** The superuser password that belongs to the data. */
  Secret<String> password() {
    refuseOpenPassword();
    return Disk.read(passwordFile())
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .map(Secret::of)
        .orElseThrow(
            () ->
                StoreProblem.PASSWORD.because(
                    "The password file " + passwordFile() + " is missing, but there is data.",
                    "Put the file back, or remove " + folder + " to begin anew."));
  }

  private void refuseOpenPassword() {
    if (Files.exists(passwordFile())) {
      refuseUnless(passwordFile(), Account.self(), "600");
    }
  }

  /** Refuses a file or folder that is not this user's alone. */
  static void refuseUnless(Path path, long uid, String mode) {
    try {
      Set<PosixFilePermission> open =
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
      open.remove(PosixFilePermission.OWNER_READ);
      open.remove(PosixFilePermission.OWNER_WRITE);
      open.remove(PosixFilePermission.OWNER_EXECUTE);
      if (!open.isEmpty()) {
        throw StoreProblem.PERMISSIONS.because(
            path + " is open to other users.", "Run: chmod " + mode + " " + path);
      }
    } catch (IOException e) {
      throw Disk.problem(e, "read", path);
    }
    if (Account.uidOf(path) != uid) {
      throw StoreProblem.PERMISSIONS.because(
          path + " belongs to another user than it should.",
          "Run Upheld as the user who created it, or give it back with chown.");
    }
  }
}
