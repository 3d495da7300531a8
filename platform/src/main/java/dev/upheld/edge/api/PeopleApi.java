package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.edge.api.Shapes.PersonShape;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who may use Upheld: the only place of the interface where people have names. */
@Controller
@ResponseBody
public final class PeopleApi {
  private final Access access;

  public PeopleApi(Access access) {
    this.access = access;
  }

  /** Everybody, with the id by which a promise is assigned. */
  @GetMapping("/api/v1/people")
  @Summary("Everybody who may use Upheld, with the id by which a promise is assigned.")
  @Needs(Permission.PEOPLE_READ)
  public List<PersonShape> people() {
    return access.people().list().stream().map(PersonShape::of).toList();
  }
}
