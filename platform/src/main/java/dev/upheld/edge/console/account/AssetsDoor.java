package dev.upheld.edge.console.account;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.edge.console.Assets;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Styles, scripts and pictures, from memory: no path leads to a file. */
@Controller
public final class AssetsDoor {
  private final Assets assets;

  public AssetsDoor(Assets assets) {
    this.assets = assets;
  }

  /** One file at the address of its content. */
  @GetMapping("/assets/{hash}/{file}")
  @OpenToAnyone(because = "the page to sign in needs its style")
  public ResponseEntity<byte[]> asset(HttpServletRequest request) {
    return assets
        .find(request.getRequestURI())
        .map(
            a ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, Assets.CACHE_CONTROL)
                    .contentType(MediaType.parseMediaType(a.type()))
                    .body(a.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
