package analysisplatform.bindings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a {@code .jsii} file that describes some modules.
 *
 * @param json the file's new content
 * @param folders of each kept module, below the folder of the JavaScript files
 * @param references modules that the kept types refer to
 */
record Assembly(byte[] json, Map<String, String> folders, Set<String> references) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The module in a type's full name {@code <assembly>.<module>.<Type>}; empty at the top. */
    static Optional<String> moduleOf(String fullName) {
        String[] parts = fullName.split("\\.");
        return parts.length < 3 ? Optional.empty() : Optional.of(parts[1]);
    }

    /** Reads as a stream: the whole provider has 130 MB of JSON. */
    static Assembly cut(InputStream whole, Set<String> modules) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonParser parser = JSON.createParser(whole);
                JsonGenerator generator = JSON.createGenerator(json)) {
            AssemblyCut cut = new AssemblyCut(parser, generator, modules);
            cut.copyFile();
            generator.flush();
            return new Assembly(json.toByteArray(), cut.folders(), cut.references());
        }
    }
}
