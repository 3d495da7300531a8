package dev.upheld.connect.mariadb;

import dev.upheld.connect.Answer.Reader;
import dev.upheld.connect.Answer.ReaderFacts;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.Roll;
import dev.upheld.connect.sql.Runs;
import dev.upheld.datamap.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/**
 * Who may read a table of MariaDB: by a grant on the server, the database, the table or a column,
 * of its own, through roles, or because everybody may. The tables of grants are shown to nobody
 * without a grant. Views with their maker's rights pass rows on; what routines pass on, and
 * replication, is not seen.
 */
final class MariaDbRoll {
  private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1370);
  private static final String SEES =
      "Who may read there is not shown to this account. Grant it SELECT on the columns Host, User,"
          + " Select_priv and is_role of mysql.user, and on mysql.db, mysql.tables_priv and"
          + " mysql.roles_mapping.";
  private static final String HIDDEN_VIEWS =
      "Some views run with their maker's rights, and their text is not shown to this account."
          + " Grant it SELECT and SHOW VIEW on every database of the server that has views.";

  /** MySQL keeps its grants in tables of its own, which nobody asks yet. */
  static final ReaderFacts UNKNOWN =
      new ReaderFacts(
          List.of(),
          List.of("Who may read there cannot be asked on MySQL: let a person attest it."));

  private static final String ROLL =
      """
      with recursive may (host, user) as (
        select u.Host, u.User from mysql.user u where u.Select_priv = 'Y'
        union select d.Host, d.User from mysql.db d
          where d.Select_priv = 'Y' and {0} like d.Db
        union select t.Host, t.User from mysql.tables_priv t
          where t.Db = {0} and t.Table_name = {1}
            and (find_in_set('Select', t.Table_priv) or find_in_set('Select', t.Column_priv))),
      member (host, user, role) as (
        select m.Host, m.User, m.Role from mysql.roles_mapping m
        union select e.host, e.user, m.Role from member e
          join mysql.roles_mapping m on m.User = e.role and m.Host = '')
      select concat(u.User, '@', u.Host), u.Select_priv = 'Y' or exists (select 1 from member e
          join mysql.user g on g.User = e.role and g.is_role = 'Y' and g.Select_priv = 'Y'
          where e.host = u.Host and e.user = u.User),
        (select group_concat(distinct e.role separator '\\n') from member e
          where e.host = u.Host and e.user = u.User),
        u.User = 'PUBLIC' and u.Host = ''
      from mysql.user u
      where (u.is_role = 'N' or u.User = 'PUBLIC')
        and (exists (select 1 from may y where y.host = u.Host and y.user = u.User)
          or exists (select 1 from member e join may y on y.user = e.role and y.host = ''
            where e.host = u.Host and e.user = u.User))
      order by 1""";

  private static final String VIEWS =
      """
      select v.table_schema, v.table_name, v.view_definition
      from information_schema.views v
      where v.security_type = 'DEFINER' and v.table_schema not in ('sys', 'mysql')
      order by 1, 2""";

  private final Rendering rendering;

  private MariaDbRoll(Rendering rendering) {
    this.rendering = rendering;
  }

  static Roll of(TableName table, String database, Rendering rendering) {
    MariaDbRoll roll = new MariaDbRoll(rendering);
    Door door = new Door(table.schema().orElse(database), table.name());
    return new Roll(List.of(VIEWS, roll.text(door)), runs -> roll.ask(runs, door));
  }

  /** A table, or a view that shows its rows. */
  private record Door(String database, String name) {
    private boolean isIn(String text) {
      return text.contains("`" + database + "`.`" + name + "`");
    }
  }

  private record View(Door door, String text) {}

  private String text(Door door) {
    return rendering.text(
        DSL.resultQuery(ROLL, DSL.inline(door.database()), DSL.inline(door.name())));
  }

  private ReaderFacts ask(Runs runs, Door table) throws SQLException {
    try {
      List<String> hidden = new ArrayList<>();
      Set<Reader> readers = new LinkedHashSet<>();
      for (Door door : doors(runs, table, hidden)) {
        readers.addAll(runs.whole(text(door), rows -> readers(rows, door)));
      }
      return new ReaderFacts(List.copyOf(readers), hidden);
    } catch (SQLException e) {
      if (DENIED.contains(e.getErrorCode())) {
        return new ReaderFacts(List.of(), List.of(SEES));
      }
      throw e;
    }
  }

  private static Set<Door> doors(Runs runs, Door table, List<String> hidden) throws SQLException {
    List<View> views = runs.whole(VIEWS, MariaDbRoll::views);
    if (views.stream().anyMatch(v -> v.text().isEmpty())) {
      hidden.add(HIDDEN_VIEWS);
    }
    Set<Door> doors = new LinkedHashSet<>(Set.of(table));
    boolean more = true;
    while (more) {
      more = false;
      for (View view : views) {
        more |= doors.stream().anyMatch(d -> d.isIn(view.text())) && doors.add(view.door());
      }
    }
    return doors;
  }

  private static List<View> views(ResultSet rows) throws SQLException {
    List<View> views = new ArrayList<>();
    while (rows.next()) {
      views.add(
          new View(
              new Door(rows.getString(1), rows.getString(2)),
              Optional.ofNullable(rows.getString(3)).orElse("")));
    }
    return views;
  }

  private static List<Reader> readers(ResultSet rows, Door door) throws SQLException {
    List<Reader> readers = new ArrayList<>();
    while (rows.next()) {
      Set<String> groups =
          Optional.ofNullable(rows.getString(3)).map(g -> Set.of(g.split("\n"))).orElse(Set.of());
      String account = rows.getBoolean(4) ? "PUBLIC" : rows.getString(1);
      readers.add(
          new Reader(account, groups, rows.getBoolean(2), door.database() + "." + door.name()));
    }
    return readers;
  }
}
