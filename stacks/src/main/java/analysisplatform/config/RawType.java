package analysisplatform.config;

/** Families of types that the catalogue shows for raw columns. */
public enum RawType {
    TEXT,
    BYTES,
    INTEGER,
    DECIMAL,
    FLOATING,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    /** Lists, maps and records. */
    STRUCTURED
}
