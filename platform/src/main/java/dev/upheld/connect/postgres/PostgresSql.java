package dev.upheld.connect.postgres;

/** What is asked of the catalogue. Fixed texts; what varies is bound. */
final class PostgresSql {
  private PostgresSql() {}

  /**
   * Whether row-level security may hide rows of relation c from this account. It does not where a
   * permissive policy for this account lets every row through and no restrictive one takes any
   * away.
   */
  private static final String HIDES_ROWS =
      """
      (row_security_active(c.oid) and (
        not exists (select from pg_catalog.pg_policy p
          where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
            and pg_get_expr(p.polqual, p.polrelid) = 'true'
            and (0 = any (p.polroles) or exists (select from unnest(p.polroles) r (oid)
              where r.oid <> 0 and pg_has_role(r.oid, 'USAGE'))))
        or exists (select from pg_catalog.pg_policy p
          where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('r', '*')
            and coalesce(pg_get_expr(p.polqual, p.polrelid), '') <> 'true'
            and (0 = any (p.polroles) or exists (select from unnest(p.polroles) r (oid)
              where r.oid <> 0 and pg_has_role(r.oid, 'USAGE'))))))""";

  /**
   * Tables and views that are not the server's own. A partition is part of its parent, and so is a
   * table that inherits all it has, unless it has row-level security of its own.
   */
  private static final String OURS =
      """
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        and (c.relrowsecurity or not c.relispartition and (not c.relkind = 'r'
          or not exists (select from pg_catalog.pg_inherits i where i.inhrelid = c.oid)
          or exists (select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attinhcount = 0)))""";

  static final String RELATIONS =
      """
      select c.oid::bigint, n.nspname, c.relname, c.relkind::text,
        obj_description(c.oid, 'pg_class'),
        case when c.relkind = 'p' then (
          select sum(greatest(k.reltuples, 0)) from pg_partition_tree(c.oid) x
          join pg_catalog.pg_class k on k.oid = x.relid where x.isleaf)
        else c.reltuples end,
        has_schema_privilege(n.oid, 'USAGE'),
        has_any_column_privilege(c.oid, 'SELECT'),
        \s"""
          + HIDES_ROWS
          + "\n"
          + OURS
          + " order by n.nspname, c.relname";

  static final String COLUMNS =
      """
      with recursive base (oid, below, typmod) as (
        select t.oid, t.oid, -1 from pg_catalog.pg_type t where t.typtype <> 'd'
        union all
        select t.oid, b.below, case when t.typtypmod >= 0 then t.typtypmod else b.typmod end
        from pg_catalog.pg_type t join base b on t.typbasetype = b.oid where t.typtype = 'd')
      select a.attrelid::bigint, a.attname, format_type(a.atttypid, a.atttypmod), t.typname,
        t.typtype::text, t.typcategory::text,
        case when a.atttypmod >= 0 then a.atttypmod else b.typmod end,
        not a.attnotnull, col_description(a.attrelid, a.attnum),
        has_column_privilege(a.attrelid, a.attnum, 'SELECT')
      from pg_catalog.pg_attribute a
      join base b on b.oid = a.atttypid join pg_catalog.pg_type t on t.oid = b.below
      where a.attnum > 0 and not a.attisdropped and a.attrelid in (select c.oid \s"""
          + OURS
          + ") order by a.attrelid, a.attnum";

  static final String FOREIGN_KEYS =
      """
      select k.conrelid::bigint, n.nspname, c.relname,
        array(select a.attname::text from unnest(k.conkey) with ordinality u (num, pos)
          join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num
          order by u.pos),
        array(select a.attname::text from unnest(k.confkey) with ordinality u (num, pos)
          join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num
          order by u.pos)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.confrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0
      order by k.conrelid, k.conname""";

  /** Foreign keys with what they do on delete; those of a partition count as its table's. */
  static final String REFERENCES =
      """
      with whole as (
        select c.oid, coalesce(pg_partition_root(c.oid)::oid, c.oid) as root
        from pg_catalog.pg_class c where c.relkind in ('r', 'p'))
      select fn.nspname, fc.relname,
        array(select a.attname::text from unnest(k.conkey) with ordinality u (num, pos)
          join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num
          order by u.pos),
        tn.nspname, tc.relname,
        array(select a.attname::text from unnest(k.confkey) with ordinality u (num, pos)
          join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num
          order by u.pos),
        k.confdeltype::text
      from pg_catalog.pg_constraint k
      join whole f on f.oid = k.conrelid join pg_catalog.pg_class fc on fc.oid = f.root
      join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
      join whole t on t.oid = k.confrelid join pg_catalog.pg_class tc on tc.oid = t.root
      join pg_catalog.pg_namespace tn on tn.oid = tc.relnamespace
      where k.contype = 'f' and k.conparentid = 0
      order by 1, 2, k.conname""";

  /** Checks of tables; those that are written down and not enforced are none. */
  static final String CHECKS =
      """
      select n.nspname, c.relname, k.conname::text,
        array(select a.attname::text from pg_catalog.pg_attribute a
          where a.attrelid = k.conrelid and a.attnum = any (k.conkey) order by 1),
        pg_catalog.pg_get_expr(k.conbin, k.conrelid)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'c' and coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
        and c.relname = any (?)
      order by 1, 2, 3""";

  /**
   * Each line of the catalogue with the transaction that wrote it, as one text. Statistics are
   * written in place and change nothing.
   */
  static final String MARK =
      """
      with c as materialized (
        select c.oid, c.xmin from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
      select pg_postmaster_start_time() || md5(string_agg(l, ',' order by l)) from (
        select 'c' || oid || '.' || xmin as l from c
        union all select 'a' || a.attrelid || '.' || a.attnum || '.' || a.xmin
          from pg_catalog.pg_attribute a join c on c.oid = a.attrelid where a.attnum > 0
        union all select 'k' || oid || '.' || xmin from pg_catalog.pg_constraint
        union all select 't' || oid || '.' || xmin from pg_catalog.pg_trigger
        union all select 'p' || oid || '.' || xmin from pg_catalog.pg_policy
        union all select 'r' || r.oid || '.' || r.xmin
          from pg_catalog.pg_rewrite r join c on c.oid = r.ev_class
        union all select 'n' || oid || '.' || xmin from pg_catalog.pg_namespace
        union all select 'i' || inhrelid || '.' || xmin from pg_catalog.pg_inherits
        union all select 'e' || oid || '.' || xmin from pg_catalog.pg_enum
        union all select 'm' || member || '.' || roleid || '.' || xmin
          from pg_catalog.pg_auth_members) as lines""";

  /** Triggers of people, by the events they run at, and rules that rewrite what is sent. */
  static final String TRIGGERS =
      """
      select n.nspname, c.relname, g.name, g.goes, g.changes
      from (
        select tgrelid as rel, tgname::text as name, (tgtype & 8) <> 0 as goes,
          (tgtype & 16) <> 0 as changes
        from pg_catalog.pg_trigger where not tgisinternal and tgenabled <> 'D'
        union all
        select ev_class, rulename::text, ev_type = '4', ev_type = '2'
        from pg_catalog.pg_rewrite where ev_enabled <> 'D') g
      join pg_catalog.pg_class k on k.oid = g.rel
      join pg_catalog.pg_class c on c.oid = coalesce(pg_partition_root(k.oid)::oid, k.oid)
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where g.goes or g.changes
      order by 1, 2, 3""";

  /** Columns that are made of others. */
  static final String COMPUTED =
      """
      select n.nspname, c.relname, a.attname
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attgenerated <> '' and a.attnum > 0 and not a.attisdropped
        and c.relkind in ('r', 'p')""";

  static final String INDEXES =
      """
      select i.indrelid::bigint, i.indisprimary,
        array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality u (num, pos)
          join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.num
          where u.pos <= i.indnkeyatts order by u.pos),
        i.indisunique and i.indpred is null
      from pg_catalog.pg_index i
      where i.indisvalid and i.indexprs is null""";

  /** Sight of the tables named by two arrays, schema and name. */
  static final String SIGHT =
      """
      select n.nspname, c.relname, c.relkind::text, \s"""
          + HIDES_ROWS
          + """

      from unnest(?::text[], ?::text[]) x (nspname, relname)
      join pg_catalog.pg_namespace n on n.nspname = x.nspname
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = x.relname
      order by 1, 2""";

  static final String TRANSPORT =
      "select s.ssl, s.version, host(inet_server_addr())\n"
          + "from pg_catalog.pg_stat_ssl s where s.pid = pg_backend_pid()";

  static final String PING =
      "select c.oid::bigint from pg_catalog.pg_class c\n"
          + "where c.relname = 'pg_class' and c.relnamespace = 'pg_catalog'::regnamespace";

  static final String ROLE =
      """
      select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        has_database_privilege(current_database(), 'CREATE')
      from pg_catalog.pg_roles r where r.rolname = current_user""";

  /** Tables this account may change or owns. */
  static final String WRITABLE =
      """
      select n.nspname, c.relname, pg_has_role(c.relowner, 'USAGE') \s"""
          + OURS
          + """

        and (pg_has_role(c.relowner, 'USAGE')
          or has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
          or has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
      order by 1, 2""";

  static final String CREATABLE =
      """
      select n.nspname from pg_catalog.pg_namespace n
      where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        and has_schema_privilege(n.oid, 'CREATE')
      order by 1""";

  /** What this account may do with the tables named by two arrays, schema and name. */
  static final String GRANTS =
      """
      select n.nspname, c.relname, c.relkind::text, has_schema_privilege(n.oid, 'USAGE'),
        array(select a.attname::text from pg_catalog.pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and not has_column_privilege(a.attrelid, a.attnum, 'SELECT') order by a.attnum),
        (select count(*) from pg_catalog.pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        c.relrowsecurity, \s"""
          + HIDES_ROWS
          + """

      from unnest(?::text[], ?::text[]) x (nspname, relname)
      join pg_catalog.pg_namespace n on n.nspname = x.nspname
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = x.relname
      order by 1, 2""";
}
