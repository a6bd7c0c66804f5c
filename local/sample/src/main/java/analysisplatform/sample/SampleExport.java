package analysisplatform.sample;

import java.nio.file.Path;
import java.util.List;

/** Command line and library entry of the sample. */
public final class SampleExport {

    private static final String SHOP = "--postgresql";

    private SampleExport() {}

    /**
     * Writes the MySQL database {@code learning} of an invented learning service.
     *
     * @param target empty or absent folder; gets what an export's folder on S3 holds
     */
    public static ExportDescription write(Path target) {
        return ExportWriter.write(LearningSample.database(), target);
    }

    /** Writes the small PostgreSQL database {@code shop}; otherwise as {@link #write}. */
    public static ExportDescription writeShop(Path target) {
        return ExportWriter.write(ShopSample.database(), target);
    }

    /**
     * Writes the table {@code users} alone, as big as asked for; otherwise as {@link #write}. For
     * measuring.
     *
     * @param users at least one
     */
    public static ExportDescription writeUsers(Path target, int users) {
        return LargeUsers.write(target, users);
    }

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean shop = words.contains(SHOP);
        List<String> folders = words.stream().filter(word -> !word.equals(SHOP)).toList();
        if (folders.size() != 1 || folders.get(0).startsWith("-")) {
            System.err.println("Usage: SampleExport [" + SHOP + "] <target folder>");
            System.exit(2);
        }
        Path target = Path.of(folders.get(0));
        ExportDescription made = shop ? writeShop(target) : write(target);
        System.out.printf(
                "Wrote %d tables with %d rows of database %s to %s%n",
                made.tables().size(), made.rows(), made.database(), target);
    }
}
