package analysisplatform.engine;

import java.util.Locale;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.SchemaElement;

/** What a crawler makes of a Parquet column: the annotation decides, then the physical type. */
final class GlueType {

    private GlueType() {}

    static ParquetColumn column(SchemaElement element) {
        if (element.getNum_children() > 0) {
            throw new NotParquet(
                    "Column "
                            + element.getName()
                            + " is nested; an RDS export has only plain columns",
                    null);
        }
        return new ParquetColumn(element.getName().toLowerCase(Locale.ROOT), type(element));
    }

    private static String type(SchemaElement element) {
        if (element.isSetConverted_type()) {
            return annotated(element, element.getConverted_type());
        }
        if (element.isSetLogicalType() && element.getLogicalType().isSetTIMESTAMP()) {
            return "timestamp";
        }
        return physical(element);
    }

    private static String annotated(SchemaElement element, ConvertedType annotation) {
        return switch (annotation) {
            case UTF8, ENUM, JSON -> "string";
            case DECIMAL -> "decimal(" + element.getPrecision() + "," + element.getScale() + ")";
            case DATE -> "date";
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> "timestamp";
            case INT_8 -> "tinyint";
            case INT_16, UINT_8 -> "smallint";
            case UINT_16 -> "int";
            case UINT_32 -> "bigint";
            case UINT_64 -> "decimal(20,0)";
            default -> physical(element);
        };
    }

    private static String physical(SchemaElement element) {
        return switch (element.getType()) {
            case BOOLEAN -> "boolean";
            case INT32 -> "int";
            case INT64 -> "bigint";
            case INT96 -> "timestamp";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> "binary";
        };
    }
}
