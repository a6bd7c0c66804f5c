package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetSchemaTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} is catalogued as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1::BIGINT | bigint",
                "1::INTEGER | int",
                "1::SMALLINT | smallint",
                "1::TINYINT | tinyint",
                "1::UINTEGER | bigint",
                "1::UBIGINT | decimal(20,0)",
                "1::DECIMAL(20,0) | decimal(20,0)",
                "1::DECIMAL(5,2) | decimal(5,2)",
                "1::DECIMAL(18,4) | decimal(18,4)",
                "1::DECIMAL(38,10) | decimal(38,10)",
                "1::FLOAT | float",
                "1::DOUBLE | double",
                "true | boolean",
                "'text' | string",
                "'char'::BLOB | binary",
                "TIMESTAMP '2024-01-01 00:00:00' | timestamp",
                "TIMESTAMPTZ '2024-01-01 00:00:00+09' | timestamp",
                "DATE '2024-01-01' | date",
            })
    void cataloguesATypeAsACrawlerDoes(String value, String type) throws Exception {
        Path file =
                DuckDb.write("SELECT " + value + " AS \"TheColumn\"", folder.resolve("f.parquet"));

        assertThat(ParquetSchema.of(file)).containsExactly(new ParquetColumn("thecolumn", type));
    }

    @Test
    void keepsTheOrderOfTheColumns() throws Exception {
        Path file = DuckDb.write("SELECT 1 AS z, 'x' AS a, 2 AS m", folder.resolve("f.parquet"));

        assertThat(ParquetSchema.of(file))
                .extracting(ParquetColumn::name)
                .containsExactly("z", "a", "m");
    }

    @Test
    void readsTheSchemaOfAFileWithoutRows() throws Exception {
        Path file = DuckDb.write("SELECT 1::BIGINT AS id WHERE false", folder.resolve("f.parquet"));

        assertThat(ParquetSchema.of(file)).containsExactly(new ParquetColumn("id", "bigint"));
    }

    @Test
    void refusesANestedColumnByName() throws Exception {
        Path file = DuckDb.write("SELECT [1, 2] AS numbers", folder.resolve("f.parquet"));

        assertThatThrownBy(() -> ParquetSchema.of(file))
                .isInstanceOf(NotParquet.class)
                .hasMessageContaining("f.parquet")
                .hasMessageContaining("Column numbers is nested");
    }

    @Test
    void refusesTextAndCutOffFiles() throws Exception {
        byte[] whole =
                Files.readAllBytes(DuckDb.write("SELECT 1 AS id", folder.resolve("f.parquet")));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] tailOnly = Arrays.copyOfRange(whole, whole.length - 20, whole.length);

        assertThatThrownBy(() -> ParquetSchema.of("PAR1".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(NotParquet.class);
        assertThatThrownBy(() -> ParquetSchema.of(half))
                .hasMessageContaining("does not end with PAR1");
        assertThatThrownBy(() -> ParquetSchema.of(tailOnly)).hasMessageContaining("cut off");
    }
}
