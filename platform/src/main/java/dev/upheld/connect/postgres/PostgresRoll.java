package dev.upheld.connect.postgres;

import dev.upheld.connect.Answer;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.Roll;
import dev.upheld.datamap.TableName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;

/**
 * Who may read a table of PostgreSQL. Every account may look at who is a member of what, and the
 * server itself says who may read: by a grant, as the owner, because everybody may, by a role it
 * has or could take on. Views, copies and parent tables show rows without a grant on the table.
 * What functions with their owner's rights pass on, and replication, is not seen.
 */
final class PostgresRoll {
  private static final String ROLL =
      """
      with recursive parts (oid) as (
        select c.oid from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          where n.nspname = {0} and c.relname = {1}
        union select i.inhrelid from parts p join pg_catalog.pg_inherits i on i.inhparent = p.oid),
      doors (oid) as (
        select p.oid from parts p
        union select w.shown from doors o join (
          select d.refobjid as rows, r.ev_class as shown
            from pg_catalog.pg_depend d
            join pg_catalog.pg_rewrite r on r.oid = d.objid
            join pg_catalog.pg_class v on v.oid = r.ev_class
            where d.classid = 'pg_catalog.pg_rewrite'::regclass
              and d.refclassid = 'pg_catalog.pg_class'::regclass
              and r.ev_class <> d.refobjid and r.ev_type = '1'
              and not coalesce(v.reloptions && array['security_invoker=true',
                'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)
          union all select i.inhrelid, i.inhparent from pg_catalog.pg_inherits i) w
          on w.rows = o.oid)
      select r.rolname::text, r.rolsuper, n.nspname || '.' || c.relname,
        array(select g.rolname::text from pg_catalog.pg_roles g
          where g.oid <> r.oid and not r.rolsuper and pg_has_role(r.oid, g.oid, 'MEMBER') order by 1)
      from doors o
      join pg_catalog.pg_class c on c.oid = o.oid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      cross join pg_catalog.pg_roles r
      where r.rolcanlogin and (r.rolsuper or exists (select from pg_catalog.pg_roles x
        where pg_has_role(r.oid, x.oid, 'MEMBER')
          and has_schema_privilege(x.oid, n.oid, 'USAGE')
          and has_any_column_privilege(x.oid, c.oid, 'SELECT')))
      order by 1, 3""";

  private PostgresRoll() {}

  static Roll of(TableName table, Rendering rendering) {
    String text =
        rendering.text(
            DSL.resultQuery(
                ROLL, DSL.inline(table.schema().orElse("public")), DSL.inline(table.name())));
    return new Roll(
        List.of(text),
        runs -> runs.whole(text, rows -> new Answer.ReaderFacts(readers(rows), List.of())));
  }

  private static List<Answer.Reader> readers(ResultSet rows) throws SQLException {
    List<Answer.Reader> readers = new ArrayList<>();
    while (rows.next()) {
      Array groups = rows.getArray(4);
      readers.add(
          new Answer.Reader(
              rows.getString(1),
              Set.of((String[]) groups.getArray()),
              rows.getBoolean(2),
              rows.getString(3)));
    }
    return readers;
  }
}
