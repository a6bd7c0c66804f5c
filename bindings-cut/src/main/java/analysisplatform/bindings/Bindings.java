package analysisplatform.bindings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The jar of a provider's Java bindings.
 *
 * @param jar where it is
 * @param resource the kernel's tarball in the jar
 * @param moduleOfPackage the jsii module of each Java package, as the jar's own type list says
 */
record Bindings(JarFile jar, String resource, Map<String, String> moduleOfPackage) {

    private static final String TARBALL = ".jsii.tgz";

    /**
     * Finds the jar by its type list, which no cut has. An earlier cut, which may be on the class
     * path too, is never taken for the whole.
     */
    static Bindings onClassPath(String bindingsPackage) throws IOException {
        String folder = bindingsPackage.replace('.', '/') + "/";
        String typeList = folder + "$Module.txt";
        URL url = Thread.currentThread().getContextClassLoader().getResource(typeList);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException(
                    "No jar on the class path has "
                            + typeList
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
        return new Bindings(jar, tarballs.get(0), modules(jar, typeList));
    }

    InputStream open() throws IOException {
        return jar.getInputStream(jar.getEntry(resource));
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

    /** Lines are {@code <assembly>.<module>.<Type>=<package>.<Type>}. */
    private static Map<String, String> modules(JarFile jar, String typeList) throws IOException {
        Map<String, String> modules = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                jar.getInputStream(jar.getEntry(typeList)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                String javaType = line.substring(equals + 1);
                Assembly.moduleOf(line.substring(0, equals))
                        .ifPresent(
                                module ->
                                        modules.put(
                                                javaType.substring(0, javaType.lastIndexOf('.')),
                                                module));
            }
        }
        return modules;
    }
}
