package dev.upheld.edge.console.request;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Objecting;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.request.Restricting;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.request.RequestActsDoor.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lasting states that a request brings about. */
@Controller
public final class RequestMarksDoor {
  private final Requests requests;
  private final RequestActsDoor acts;

  public RequestMarksDoor(Requests requests, RequestActsDoor acts) {
    this.requests = requests;
    this.acts = acts;
  }

  private Restricting restricting() {
    return requests.restricting();
  }

  /** Keeps the data still. */
  @PostMapping("/requests/{ref}/restrict")
  @Needs(Permission.REQUESTS_WORK)
  public Reply restrict(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return acts.act(
        ref,
        identity,
        new Form("restrict", words),
        (r, who) -> restricting().restrict(r, words, who));
  }

  /** Tells the person that it will be lifted. */
  @PostMapping("/requests/{ref}/announce")
  @Needs(Permission.REQUESTS_WORK)
  public Reply announce(
      @PathVariable String ref, @RequestParam(defaultValue = "") String words, Identity identity) {
    return acts.act(
        ref,
        identity,
        new Form("announce", words),
        (r, who) -> restricting().announce(r, words, who));
  }

  /** Lifts it. */
  @PostMapping("/requests/{ref}/lift")
  @Needs(Permission.REQUESTS_WORK)
  public Reply lift(@PathVariable String ref, Identity identity) {
    return acts.act(ref, identity, new Form("lift", ""), (r, who) -> restricting().lift(r, who));
  }

  /** Notes for which activities the data is not used any more. */
  @PostMapping("/requests/{ref}/not-for")
  @Needs(Permission.REQUESTS_WORK)
  public Reply notFor(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(name = "activity", required = false) @Nullable List<String> activities,
      Identity identity) {
    return acts.act(
        ref,
        identity,
        new Form("not-for-" + kind, ""),
        (r, who) ->
            requests
                .objecting()
                .note(
                    r,
                    kind(kind),
                    Set.copyOf(Objects.requireNonNullElse(activities, List.of())),
                    who));
  }

  private static Objecting.Kind kind(String word) {
    return Arrays.stream(Objecting.Kind.values())
        .filter(k -> k.word().equals(word))
        .findFirst()
        .orElse(Objecting.Kind.OBJECTION);
  }

  /** The person changed their mind. */
  @PostMapping("/requests/{ref}/for-again")
  @Needs(Permission.REQUESTS_WORK)
  public Reply forAgain(
      @PathVariable String ref, @RequestParam(defaultValue = "") String kind, Identity identity) {
    return acts.act(
        ref,
        identity,
        new Form("not-for-" + kind, ""),
        (r, who) -> requests.objecting().end(r, kind(kind), who));
  }

  /** Notes that a death was proved. */
  @PostMapping("/requests/{ref}/death")
  @Needs(Permission.REQUESTS_WORK)
  public Reply death(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String identifiers,
      @RequestParam(defaultValue = "") String method,
      Identity identity) {
    Deaths.Proved death = new Deaths.Proved(address, identifiers, method);
    return acts.act(
        ref,
        identity,
        new Form("death", address),
        (r, who) -> requests.deaths().note(r, death, who));
  }

  /** Notes that whoever was named by the person who died is who asks. */
  @PostMapping("/requests/{ref}/heir")
  @Needs(Permission.REQUESTS_WORK)
  public Reply heir(@PathVariable String ref, Identity identity) {
    return acts.act(
        ref, identity, new Form("heir", ""), (r, who) -> requests.deaths().confirmHeir(r, who));
  }
}
