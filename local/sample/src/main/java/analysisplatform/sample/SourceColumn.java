package analysisplatform.sample;

import java.util.Locale;

/**
 * One column of a source, with the type that RDS exports it as (RDS guide "Exporting DB snapshot
 * data", data types; read 2026-11).
 *
 * @param originalType in the source's words, as the export's manifest repeats it
 * @param exportedType in the manifest's words
 * @param parquetType the DuckDB type that is written as that Parquet type
 */
record SourceColumn(
        String name,
        String originalType,
        String exportedType,
        String parquetType,
        int charLength,
        int precision) {

    private static final String TEXT = "binary (UTF8)";

    /** MySQL's types; CHAR and the binary ones lose their character set on the way. */
    static final class MySql {

        private MySql() {}

        static SourceColumn bigint(String name) {
            return number(name, "bigint", "int64", "BIGINT", 19);
        }

        static SourceColumn bigintUnsigned(String name) {
            return number(
                    name,
                    "bigint unsigned",
                    "fixed_len_byte_array(9) (DECIMAL(20,0))",
                    "DECIMAL(20,0)",
                    20);
        }

        static SourceColumn integer(String name) {
            return number(name, "int", "int32", "INTEGER", 10);
        }

        static SourceColumn intUnsigned(String name) {
            return number(name, "int unsigned", "int64", "BIGINT", 10);
        }

        static SourceColumn tinyint(String name) {
            return number(name, "tinyint", "int32", "INTEGER", 3);
        }

        static SourceColumn doublePrecision(String name) {
            return number(name, "double", "double", "DOUBLE", 22);
        }

        /** At most 18 digits, two of them after the point. */
        static SourceColumn money(String name, int precision) {
            String digits = "DECIMAL(" + precision + ",2)";
            return number(name, "decimal", "int64 (" + digits + ")", digits, precision);
        }

        static SourceColumn varchar(String name, int length) {
            return new SourceColumn(name, "varchar", TEXT, "VARCHAR", length, 0);
        }

        static SourceColumn text(String name) {
            return new SourceColumn(name, "mediumtext", TEXT, "VARCHAR", 16_777_215, 0);
        }

        static SourceColumn json(String name) {
            return new SourceColumn(name, "json", TEXT, "VARCHAR", 0, 0);
        }

        static SourceColumn character(String name, int length) {
            return new SourceColumn(name, "char", "binary", "BLOB", length, 0);
        }

        static SourceColumn blob(String name) {
            return new SourceColumn(name, "blob", "binary", "BLOB", 65_535, 0);
        }

        static SourceColumn date(String name) {
            return new SourceColumn(name, "date", TEXT, "VARCHAR", 0, 0);
        }

        static SourceColumn timestamp(String name) {
            return new SourceColumn(
                    name, "timestamp", "int64 (TIMESTAMP_MICROS)", "TIMESTAMPTZ", 0, 0);
        }
    }

    /** PostgreSQL's types; all but whole numbers, booleans and bytes become text. */
    static final class PostgreSql {

        private PostgreSql() {}

        static SourceColumn bigint(String name) {
            return number(name, "bigint", "int64", "BIGINT", 64);
        }

        static SourceColumn integer(String name) {
            return number(name, "integer", "int32", "INTEGER", 32);
        }

        static SourceColumn bool(String name) {
            return new SourceColumn(name, "boolean", "boolean", "BOOLEAN", 0, 0);
        }

        /** Any other type. */
        static SourceColumn text(String name, String originalType) {
            return new SourceColumn(
                    name, originalType.toLowerCase(Locale.ROOT), TEXT, "VARCHAR", 0, 0);
        }
    }

    private static SourceColumn number(
            String name, String original, String exported, String parquet, int precision) {
        return new SourceColumn(name, original, exported, parquet, 0, precision);
    }
}
