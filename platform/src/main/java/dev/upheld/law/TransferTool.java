package dev.upheld.law;

import java.util.Optional;

/**
 * What makes a transfer to another country lawful where there is no adequacy.
 *
 * @param reference its article; its key names the tool: {@code standard-contractual-clauses}
 * @param needs what else it takes: an assessment, an authorisation
 */
public record TransferTool(LawReference reference, Optional<String> needs) {}
