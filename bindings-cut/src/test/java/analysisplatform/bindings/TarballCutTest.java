package analysisplatform.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarballCutTest {

    private static final String ASSEMBLY =
            """
            {"name": "@x/cloud", "readme": {"markdown": "long"},
             "submodules": {
               "@x/cloud.bucket": {"symbolId": "src/big-bucket/index:"},
               "@x/cloud.key": {"symbolId": "src/key/index:"},
               "@x/cloud.queue": {"symbolId": "src/queue/index:"}},
             "types": {
               "@x/cloud.Top": {"fqn": "@x/cloud.Top"},
               "@x/cloud.bucket.Bucket": {
                 "fqn": "@x/cloud.bucket.Bucket",
                 "base": {"fqn": "core.other.Base"},
                 "properties": [{"type": {"fqn": "@x/cloud.key.Key"}}]},
               "@x/cloud.key.Key": {"fqn": "@x/cloud.key.Key"},
               "@x/cloud.queue.Queue": {"fqn": "@x/cloud.queue.Queue"}}}
            """;

    @TempDir Path folder;

    @Test
    void keepsTheUsedModuleAndWhatItsTypesReferTo() throws IOException {
        Set<String> kept = cut(whole(plain()), "bucket");

        assertThat(kept).containsExactly("bucket", "key");
        JsonNode assembly = new ObjectMapper().readTree(written().get("package/.jsii"));
        assertThat(assembly.path("submodules").fieldNames())
                .toIterable()
                .containsExactly("@x/cloud.bucket", "@x/cloud.key");
        assertThat(assembly.path("types").fieldNames())
                .toIterable()
                .containsExactly("@x/cloud.Top", "@x/cloud.bucket.Bucket", "@x/cloud.key.Key");
        assertThat(assembly.has("readme")).isFalse();
    }

    @Test
    void leavesTheDescriptionOfAKeptTypeAsItWas() throws IOException {
        cut(whole(plain()), "bucket");

        ObjectMapper json = new ObjectMapper();
        String type = "@x/cloud.bucket.Bucket";
        assertThat(json.readTree(written().get("package/.jsii")).path("types").path(type))
                .isEqualTo(json.readTree(ASSEMBLY).path("types").path(type));
    }

    @Test
    void keepsOnlyTheScriptsOfKeptModulesAndTheLicence() throws IOException {
        cut(whole(plain()), "key");

        assertThat(written())
                .containsOnlyKeys(
                        "package/.jsii",
                        "package/LICENSE",
                        "package/lib/index.js",
                        "package/lib/key/index.js",
                        "package/lib/key/parts/one.js",
                        "package/package.json")
                .containsEntry("package/lib/index.js", "exports.key = require(\"./key\");\n");
    }

    @Test
    void readsAnAssemblyThatIsZippedBesideARedirect() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "package/.jsii",
                bytes(
                        """
                        {"schema": "jsii/file-redirect", "compression": "gzip",
                         "filename": ".jsii.gz"}
                        """));
        files.put("package/.jsii.gz", zipped(bytes(ASSEMBLY)));

        Set<String> kept = cut(whole(files), "queue");

        assertThat(kept).containsExactly("queue");
        assertThat(written()).doesNotContainKey("package/.jsii.gz");
        assertThat(written().get("package/.jsii")).contains("@x/cloud.queue.Queue");
    }

    @Test
    void writesEqualBytesForEqualInput() throws IOException {
        byte[] whole = whole(plain());
        cut(whole, "bucket");
        byte[] first = Files.readAllBytes(target());

        cut(whole, "bucket");

        assertThat(Files.readAllBytes(target())).isEqualTo(first);
    }

    @Test
    void refusesATarballWithoutAnAssembly() throws IOException {
        byte[] whole = whole(Map.of());

        assertThatThrownBy(() -> cut(whole, "bucket"))
                .isInstanceOf(IOException.class)
                .hasMessage("the tarball has no package/.jsii");
    }

    private Path target() {
        return folder.resolve("cut.tgz");
    }

    private Set<String> cut(byte[] whole, String module) throws IOException {
        TarballCut.Cut cut =
                new TarballCut(() -> new ByteArrayInputStream(whole), Set.of(module)).cut();
        Files.write(target(), cut.bytes());
        return cut.modules();
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(target())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getLastModifiedDate()).hasTime(0);
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, byte[]> plain() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("package/.jsii", bytes(ASSEMBLY));
        return files;
    }

    private static byte[] whole(Map<String, byte[]> assembly) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(assembly);
        for (String name :
                Set.of(
                        "LICENSE",
                        "README.md",
                        "package.json",
                        "lib/index.js",
                        "lib/lazy-index.js",
                        "lib/big-bucket/index.js",
                        "lib/key/index.js",
                        "lib/key/index.d.ts",
                        "lib/key/parts/one.js",
                        "lib/queue/index.js")) {
            files.put("package/" + name, bytes(name));
        }
        ByteArrayOutputStream tarball = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(tarball))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return tarball.toByteArray();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
