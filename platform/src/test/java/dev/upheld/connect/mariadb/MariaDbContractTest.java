package dev.upheld.connect.mariadb;

import dev.upheld.connect.Session;
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

/** The contract, held against MariaDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbContractTest extends MariaDbLab
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
        "set time_zone = '+09:00'",
        "set sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE'",
        "set collation_connection = utf8mb3_general_ci",
        "set div_precision_increment = 0");
  }

  @Override
  public List<Storage> texts() {
    return List.of(
        new Storage("longtext", "?"),
        new Storage("varchar(4000)", "?"),
        new Storage("char(255)", "?"),
        new Storage("varchar(4000) collate utf8mb4_bin", "?"),
        new Storage("json", "json_quote(?)"));
  }

  @Override
  public List<Storage> numbers() {
    return List.of(
        new Storage("bigint", "cast(? as decimal(39))"),
        new Storage("decimal(39)", "cast(? as decimal(39))"),
        new Storage("double", "cast(? as double)"));
  }

  @Override
  public List<Storage> bytes() {
    return List.of(new Storage("varbinary(2000)", "unhex(?)"), new Storage("longblob", "unhex(?)"));
  }

  @Override
  public List<Storage> addresses() {
    return List.of(new Storage("inet6", "?"));
  }

  @Override
  public String bigView(String name, int rows) {
    return "create view " + name + " as select repeat(md5(seq), 64) as v from seq_1_to_" + rows;
  }

  @Override
  public String grantTable(String table) {
    return "GRANT SELECT ON " + table + " TO {user}";
  }

  @Override
  public String grantColumns(String table, String columns) {
    return "GRANT SELECT (" + columns + ") ON " + table + " TO {user}";
  }

  /** Nobody may open a database in which he may see nothing; one grant on anything will do. */
  @Override
  public Session openAnyway(TestDatabase user) {
    database()
        .execute(
            "create table if not exists check_door (id int)",
            "grant select on check_door to '" + user.user() + "'@'%'");
    return open(user);
  }

  @Override
  public String killOthers(TestDatabase database) {
    return "begin not atomic for r in (select id from information_schema.processlist where db = '"
        + database.database()
        + "' and id <> connection_id()) do execute immediate concat('kill ', r.id); end for; end";
  }

  @Override
  public String slowView(String name) {
    return "create view " + name + " as select sleep(20) as v";
  }

  @Override
  public String countRunning() {
    return "select count(*) from information_schema.processlist"
        + " where command = 'Query' and id <> connection_id() and info like ?";
  }

  @Override
  public String writingFunction() {
    return "create function fail_writing() returns int modifies sql data"
        + " begin insert into fail_write values (2); return 2; end";
  }

  @Override
  public List<String> leakyView(String name) {
    return List.of(
        "create function fail_leak() returns int begin"
            + " signal sqlstate '22007' set message_text = 'secret-value'; return 1; end",
        "create view " + name + " as select fail_leak() as v");
  }

  @Override
  public String[] numbers(String table, int count) {
    return new String[] {
      "create table " + table + " (id int primary key)",
      "insert into " + table + " select seq from seq_1_to_" + count,
      "analyze table " + table
    };
  }

  @Override
  public List<String> longTypes() {
    return List.of("longtext", "longblob");
  }
}
