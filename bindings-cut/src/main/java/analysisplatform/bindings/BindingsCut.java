package analysisplatform.bindings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Makes synthesis fast: writes a copy of a provider's bindings that has only the modules in use.
 *
 * <p>The Java bindings of a provider carry one tarball for the kernel of jsii, which loads all of
 * it at every start, and one list of types, of which Java does the same. The class loader takes the
 * first resource of a name, so smaller ones of the same names, earlier on the class path, are
 * loaded instead. The Java classes stay those of the provider's jar.
 *
 * <p><b>Requires</b> the provider's jar on the class path. <b>Covers</b> the modules that the given
 * classes use: code elsewhere (an app, a test) may use these and no others. A type outside the cut
 * fails at synthesis, with its name.
 */
public final class BindingsCut {

    private BindingsCut() {}

    /**
     * @param arguments the Java package of the bindings; the folder of compiled classes, which also
     *     receives the tarball and the type list
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Usage: BindingsCut <package of the bindings> <folder of compiled classes>");
        }
        Path classes = Path.of(arguments[1]);
        System.out.println(cut(arguments[0], classes, classes));
    }

    /**
     * Cuts the bindings of a Java package to what a folder of classes uses.
     *
     * @param output the folder that receives both files, below the package's own folders
     * @return one sentence on what was done
     */
    static String cut(String bindingsPackage, Path classes, Path output) {
        try {
            Bindings bindings = Bindings.onClassPath(bindingsPackage);
            Path tarball = output.resolve(bindings.tarball());
            Path typeList = output.resolve(bindings.typeList());
            Set<String> used = bindings.modulesOf(UsedPackages.in(classes, bindingsPackage));
            if (used.isEmpty()) {
                Files.deleteIfExists(tarball);
                Files.deleteIfExists(typeList);
                return "No class below "
                        + classes
                        + " uses "
                        + bindingsPackage
                        + ": nothing to cut.";
            }
            Optional<Set<String>> current = currentModules(tarball, used);
            if (current.isPresent()) {
                write(bindings.typesOf(current.get()), typeList);
                return "The bindings are cut already: " + tarball;
            }
            TarballCut.Cut cut = new TarballCut(bindings::openTarball, used).cut();
            write(cut.bytes(), tarball);
            write(bindings.typesOf(cut.modules()), typeList);
            return "Kept %d of %d modules of the bindings: %s"
                    .formatted(cut.modules().size(), bindings.moduleCount(), tarball);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not cut the bindings of " + bindingsPackage + ": " + e.getMessage(), e);
        }
    }

    /**
     * The modules of a tarball that needs no other cut: cutting a current cut again changes
     * nothing. Reading the whole bindings takes seconds.
     */
    private static Optional<Set<String>> currentModules(Path tarball, Set<String> used)
            throws IOException {
        if (!Files.exists(tarball)) {
            return Optional.empty();
        }
        TarballCut.Cut again = new TarballCut(() -> Files.newInputStream(tarball), used).cut();
        boolean isCurrent =
                again.modules().containsAll(used)
                        && Arrays.equals(again.bytes(), Files.readAllBytes(tarball));
        return isCurrent ? Optional.of(again.modules()) : Optional.empty();
    }

    /** In one move: an interrupted build must not leave half a file. */
    private static void write(byte[] bytes, Path target) throws IOException {
        if (Files.exists(target) && Arrays.equals(bytes, Files.readAllBytes(target))) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(target.getFileName() + ".half");
        Files.write(half, bytes);
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
