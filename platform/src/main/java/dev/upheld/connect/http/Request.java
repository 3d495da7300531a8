package dev.upheld.connect.http;

import java.net.URI;
import java.util.Optional;

/**
 * One call.
 *
 * @param once names the act it belongs to, for a partner that can tell repetitions by it
 */
record Request(String method, URI uri, Optional<String> once) {

  static Request get(URI uri) {
    return new Request("GET", uri, Optional.empty());
  }

  /** Whether sending it twice does no more than sending it once. */
  boolean isRepeatable() {
    return !method.equals("POST") || once.isPresent();
  }

  @Override
  public String toString() {
    return "Request[" + method + "]"; // the address may hold what a person is found by
  }
}
