package analysisplatform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** Reads the columns of a Parquet file as a Glue crawler catalogues them. */
public final class ParquetSchema {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** Length of the footer's size and of the magic behind it, in bytes. */
    private static final int TAIL = 8;

    private ParquetSchema() {}

    /**
     * @throws NotParquet when the file is no Parquet file, or has a column that is no plain value
     */
    public static List<ParquetColumn> of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (NotParquet e) {
            throw new NotParquet(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param bytes the whole file
     * @throws NotParquet as in {@link #of(Path)}
     */
    public static List<ParquetColumn> of(byte[] bytes) {
        List<SchemaElement> elements = footer(bytes).getSchema();
        return elements.subList(1, elements.size()).stream().map(GlueType::column).toList();
    }

    private static FileMetaData footer(byte[] bytes) {
        int tail = bytes.length - TAIL;
        if (tail < MAGIC.length || !endsWithMagic(bytes)) {
            throw new NotParquet("Not a Parquet file: it does not end with PAR1", null);
        }
        int size = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
        if (size < 0 || size > tail) {
            throw new NotParquet("Not a Parquet file: its footer is cut off", null);
        }
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes, tail - size, size));
        } catch (IOException e) {
            throw new NotParquet("Not a Parquet file: its footer is damaged", e);
        }
    }

    private static boolean endsWithMagic(byte[] bytes) {
        return Arrays.equals(
                bytes, bytes.length - MAGIC.length, bytes.length, MAGIC, 0, MAGIC.length);
    }
}
