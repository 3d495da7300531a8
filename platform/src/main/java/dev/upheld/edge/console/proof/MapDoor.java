package dev.upheld.edge.console.proof;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.view.MapPage;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.probe.board.Board;
import dev.upheld.probe.board.Wall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The data map as a picture. */
@Controller
public final class MapDoor {
  private final Supplier<Workspace> workspace;
  private final Board board;
  private final Cookies cookies;

  /**
   * @param workspace as it was last read
   */
  public MapDoor(Supplier<Workspace> workspace, Board board, Cookies cookies) {
    this.workspace = workspace;
    this.board = board;
    this.cookies = cookies;
  }

  private MapPage page(Query query, HttpServletRequest request) {
    List<Wall.Tile> tiles = board.wall(Wall.Filter.all()).tiles();
    Map<String, List<MapPage.Tile>> byActivity =
        tiles.stream()
            .collect(
                Collectors.groupingBy(
                    t -> t.id().subject(),
                    Collectors.mapping(t -> tile(board, t), Collectors.toList())));
    return new Mapped(workspace.get(), a -> byActivity.getOrDefault(a, List.of()), words(request))
        .page(query);
  }

  private static MapPage.Tile tile(Board board, Wall.Tile t) {
    return new MapPage.Tile(
        new PromiseRef(t.id().toString(), t.sentence(), board.language(t.id())), t.verdict());
  }

  /** The query, as sent; what it does not know is passed over. */
  public record Query(
      @Nullable String system,
      @Nullable String place,
      @Nullable String group,
      @Nullable String q) {}

  /** The company, a system or a table. */
  @GetMapping("/map")
  @Needs(Permission.PROMISES_READ)
  public MapPage map(Query query, HttpServletRequest request) {
    return page(query, request);
  }

  /** The same picture as a file, to print or to put into a document. */
  @GetMapping("/map.svg")
  @Needs(Permission.PROMISES_READ)
  public ResponseEntity<String> file(Query query, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml;charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"data-map.svg\"")
        .body(page(query, request).picture().text());
  }

  private Words words(HttpServletRequest request) {
    Language language = cookies.language(request);
    return Words.of(language);
  }
}
