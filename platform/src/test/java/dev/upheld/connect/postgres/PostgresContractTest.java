package dev.upheld.connect.postgres;

import dev.upheld.connect.contract.DueContract;
import org.junit.jupiter.api.TestInstance;

/** The contract, held against PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresContractTest extends PostgresLab implements DueContract {}
