package dev.upheld.journal;

import dev.upheld.store.generated.tables.records.JournalEntryRecord;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table as entries. */
final class Entries {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private Entries() {}

  static Entry of(JournalEntryRecord row) {
    return new Entry(
        new EntryId(row.getSequence()),
        row.getAt(),
        row.getKind(),
        Optional.ofNullable(row.getActor()).map(ReferenceId::new),
        JSON.readValue(row.getFacts(), FACTS),
        Hash.of(row.getHash()).toString());
  }

  static EntryForm form(JournalEntryRecord row) {
    return new EntryForm(
        row.getSequence(),
        row.getAt(),
        row.getKind(),
        Optional.ofNullable(row.getActor()),
        row.getFacts(),
        Hash.of(row.getPrevious()));
  }
}
