package analysisplatform.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The jar of a provider's Java bindings.
 *
 * @param jar where it is
 * @param tarball the resource that the kernel loads
 * @param typeList the resource that lists the Java class of each of the kernel's types
 * @param moduleOfPackage the jsii module of each Java package, as the type list says
 */
record Bindings(JarFile jar, String tarball, String typeList, Map<String, String> moduleOfPackage) {

    private static final String TARBALL = ".jsii.tgz";

    /**
     * Finds the jar by its module class, which no cut has. An earlier cut, which may be on the
     * class path too, is never taken for the whole.
     */
    static Bindings onClassPath(String bindingsPackage) throws IOException {
        String folder = bindingsPackage.replace('.', '/') + "/";
        String module = folder + "$Module.class";
        URL url = Thread.currentThread().getContextClassLoader().getResource(module);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException(
                    "No jar on the class path has "
                            + module
                            + ": the provider's bindings must be a dependency.");
        }
        JarFile jar = new JarFile(connection.getJarFileURL().getPath());
        List<String> tarballs =
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(folder) && name.endsWith(TARBALL))
                        .toList();
        if (tarballs.size() != 1) {
            throw new IllegalStateException(
                    "Expected one *" + TARBALL + " in " + jar.getName() + ", found " + tarballs);
        }
        String typeList = folder + "$Module.txt";
        return new Bindings(jar, tarballs.get(0), typeList, modules(jar, typeList));
    }

    InputStream openTarball() throws IOException {
        return jar.getInputStream(jar.getEntry(tarball));
    }

    /** The lines of the type list that are about some modules, or about no module. */
    byte[] typesOf(Set<String> modules) throws IOException {
        StringBuilder kept = new StringBuilder();
        for (String line : lines(jar, typeList)) {
            Optional<String> module = Assembly.moduleOf(typeOf(line));
            if (module.isEmpty() || modules.contains(module.get())) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The modules of Java packages; a package without types of the kernel has none. */
    Set<String> modulesOf(Set<String> packages) {
        Set<String> modules = new TreeSet<>();
        for (String used : packages) {
            String module = moduleOfPackage.get(used);
            if (module == null) {
                throw new IllegalStateException(
                        "The classes use the package "
                                + used
                                + ", which "
                                + jar.getName()
                                + " lacks.");
            }
            modules.add(module);
        }
        return modules;
    }

    int moduleCount() {
        return new HashSet<>(moduleOfPackage.values()).size();
    }

    private static Map<String, String> modules(JarFile jar, String typeList) throws IOException {
        Map<String, String> modules = new TreeMap<>();
        for (String line : lines(jar, typeList)) {
            String javaType = line.substring(line.indexOf('=') + 1);
            Assembly.moduleOf(typeOf(line))
                    .ifPresent(
                            module ->
                                    modules.put(
                                            javaType.substring(0, javaType.lastIndexOf('.')),
                                            module));
        }
        return modules;
    }

    /** Lines are {@code <assembly>.<module>.<Type>=<package>.<Type>}. */
    private static String typeOf(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static List<String> lines(JarFile jar, String entry) throws IOException {
        try (InputStream text = jar.getInputStream(jar.getEntry(entry))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
