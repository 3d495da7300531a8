package dev.upheld.datamap;

import java.util.Optional;

/**
 * A column that other programs look at before they use a row: whether its person's data is kept
 * still (GDPR Art. 18). Values are words of the schema, never personal data.
 *
 * @param value what it holds while the data is kept still
 * @param free what it holds otherwise; empty means null
 */
public record Marker(String column, String value, Optional<String> free) {}
