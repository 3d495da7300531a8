package dev.upheld.demo;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import java.util.function.LongUnaryOperator;

/**
 * One database of a fictional company.
 *
 * @param id as in the name of its folder: {@code eu}
 * @param name its name on its server
 * @param variable what {@code systems.yaml} of the example calls the port of its server
 * @param region where the people in it come from
 * @param share how many of all customers it knows
 * @param schema its tables
 */
public record Database(
    String id,
    String name,
    String variable,
    Region region,
    LongUnaryOperator share,
    Schema schema) {

  @Override
  public String toString() {
    return id;
  }
}
