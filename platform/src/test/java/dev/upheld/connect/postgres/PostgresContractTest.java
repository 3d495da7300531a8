package dev.upheld.connect.postgres;

import dev.upheld.connect.contract.CompileContract;
import dev.upheld.connect.contract.DueContract;
import dev.upheld.connect.contract.FailureContract;
import dev.upheld.connect.contract.RepeatedHourContract;
import dev.upheld.connect.contract.SampleContract;
import dev.upheld.connect.contract.SightContract;
import dev.upheld.connect.contract.SmallContract;
import dev.upheld.connect.contract.ValuesContract;
import dev.upheld.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.TestInstance;

/** The contract, held against PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresContractTest extends PostgresLab
    implements DueContract,
        RepeatedHourContract,
        ValuesContract,
        SmallContract,
        SampleContract,
        CompileContract,
        SightContract,
        FailureContract {

  @Override
  public List<String> oddSettings() {
    return List.of(
        "set timezone to 'Asia/Tokyo'",
        "set search_path to pg_catalog",
        "set intervalstyle to 'sql_standard'",
        "set bytea_output to 'escape'");
  }

  @Override
  public List<Storage> texts() {
    return List.of(
        new Storage("text", "?"),
        new Storage("varchar(4000)", "?"),
        new Storage("char(200)", "?"),
        new Storage("jsonb", "to_jsonb(?::text)"),
        new Storage("json", "to_json(?::text)"),
        new Storage("text[]", "array[?, 'x']"));
  }

  @Override
  public List<Storage> numbers() {
    return List.of(
        new Storage("bigint", "?::bigint"),
        new Storage("numeric(39)", "?::numeric"),
        new Storage("numeric", "?::numeric"),
        new Storage("double precision", "?::numeric::float8"));
  }

  @Override
  public List<Storage> bytes() {
    return List.of(new Storage("bytea", "decode(?, 'hex')"));
  }

  @Override
  public List<Storage> addresses() {
    return List.of(new Storage("inet", "?::inet"), new Storage("cidr", "?::inet::cidr"));
  }

  @Override
  public String bigView(String name, int rows) {
    return "create view "
        + name
        + " as select repeat(md5(g::text), 64) as v from generate_series(1, "
        + rows
        + ") g";
  }

  @Override
  public String grantTable(String table) {
    return "GRANT SELECT ON " + table + " TO {user}";
  }

  @Override
  public String grantColumns(String table, String columns) {
    return "GRANT SELECT (" + columns + ") ON " + table + " TO {user}";
  }

  @Override
  public String killOthers(TestDatabase database) {
    return "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
        + database.database()
        + "' and pid <> pg_backend_pid()";
  }

  @Override
  public String slowView(String name) {
    return "create view " + name + " as select cast(pg_sleep(20) as text) as v";
  }

  @Override
  public String countRunning() {
    return "select count(*) from pg_stat_activity"
        + " where state = 'active' and pid <> pg_backend_pid() and query like ?";
  }

  @Override
  public String writingFunction() {
    return "create function fail_writing() returns int language sql volatile"
        + " as 'insert into public.fail_write values (2) returning v'";
  }

  @Override
  public List<String> leakyView(String name) {
    return List.of(
        "create table fail_leak as select 'secret-value'::text as x",
        "create view " + name + " as select cast(x as int) as v from fail_leak");
  }

  @Override
  public String[] numbers(String table, int count) {
    return new String[] {
      "create table " + table + " as select g as id from generate_series(1, " + count + ") g",
      "alter table " + table + " add primary key (id)",
      "analyze " + table
    };
  }

  @Override
  public List<String> longTypes() {
    return List.of("text", "bytea");
  }
}
