package dev.upheld.edge.console.account;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.edge.console.view.DemoMail;
import dev.upheld.mail.Postbox;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mails of a demonstration, for whoever sits at its machine. A real server has no such door:
 * the codes in it would open everything.
 */
@Controller
public final class PostboxDoor {
  private final Postbox box;

  public PostboxDoor(Postbox box) {
    this.box = box;
  }

  /** What came. */
  @GetMapping("/demo/mail")
  @OpenToAnyone(because = "people of a demonstration are made up; only its own machine may look")
  public DemoMail letters(HttpServletRequest request) {
    if (!isHere(request)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new DemoMail(box.letters());
  }

  /** From this machine, and not on behalf of another through a proxy on it. */
  private static boolean isHere(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
