package analysisplatform.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with a chosen few of the compiled test classes. */
final class Fixtures {

    static final String AWS = "com.hashicorp.cdktf.providers.aws";

    private Fixtures() {}

    static Path folderWith(Path folder, Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        try (var bytes = type.getClassLoader().getResourceAsStream(file)) {
            Files.copy(bytes, target);
        }
        return folder;
    }
}
