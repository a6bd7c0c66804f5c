package analysisplatform.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Cuts the tarball that the kernel of jsii loads. Equal input gives equal bytes. */
final class TarballCut {

    private static final String ROOT = "package/";
    private static final String ASSEMBLY = ROOT + ".jsii";
    private static final String SCRIPTS = ROOT + "lib/";
    private static final String INDEX = SCRIPTS + "index.js";
    private static final Set<String> ALWAYS_KEPT = Set.of(ROOT + "package.json", ROOT + "LICENSE");
    private static final int HEAD = 1024;

    private final Source source;
    private final Set<String> used;

    /** Opens the whole tarball, as often as wanted. */
    interface Source {
        InputStream open() throws IOException;
    }

    TarballCut(Source source, Set<String> used) {
        this.source = source;
        this.used = used;
    }

    /**
     * @param modules that were kept: the used ones that the tarball has, and all that they refer to
     */
    record Cut(Set<String> modules, byte[] bytes) {}

    Cut cut() throws IOException {
        Set<String> modules = new TreeSet<>(used);
        Assembly assembly = readAssembly(modules);
        while (modules.addAll(assembly.references())) {
            assembly = readAssembly(modules);
        }
        SortedMap<String, byte[]> files = readFiles(assembly);
        files.put(ASSEMBLY, assembly.json());
        files.put(INDEX, index(assembly.folders()));
        return new Cut(assembly.folders().keySet(), packed(files));
    }

    /** Large assemblies are zipped beside a small {@code .jsii} that names the file. */
    private Assembly readAssembly(Set<String> modules) throws IOException {
        JsonNode redirect;
        try (InputStream file = new BufferedInputStream(openAt(ASSEMBLY), HEAD)) {
            file.mark(HEAD);
            byte[] head = file.readNBytes(HEAD);
            if (!new String(head, StandardCharsets.UTF_8).contains("jsii/file-redirect")) {
                file.reset();
                return Assembly.cut(file, modules);
            }
            redirect = new ObjectMapper().readTree(head);
        }
        try (InputStream file = openAt(ROOT + redirect.path("filename").asText())) {
            return Assembly.cut(new GZIPInputStream(file), modules);
        }
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(source.open()));
    }

    private TarArchiveInputStream openAt(String name) throws IOException {
        TarArchiveInputStream tar = open();
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return tar;
            }
        }
        throw new IOException("the tarball has no " + name);
    }

    private SortedMap<String, byte[]> readFiles(Assembly assembly) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Set<String> folders = Set.copyOf(assembly.folders().values());
        try (TarArchiveInputStream tar = open()) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (entry.isFile() && isKept(entry.getName(), folders)) {
                    files.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return files;
    }

    private static boolean isKept(String name, Set<String> folders) {
        if (!name.startsWith(SCRIPTS) || !name.endsWith(".js")) {
            return ALWAYS_KEPT.contains(name);
        }
        int end = name.indexOf('/', SCRIPTS.length());
        return end > 0 && folders.contains(name.substring(SCRIPTS.length(), end));
    }

    private static byte[] index(Map<String, String> folders) {
        return folders.entrySet().stream()
                .map(e -> "exports.%s = require(\"./%s\");\n".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
