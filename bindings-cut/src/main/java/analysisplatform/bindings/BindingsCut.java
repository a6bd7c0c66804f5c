package analysisplatform.bindings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Makes synthesis fast: writes a copy of a provider's bindings that has only the modules in use.
 *
 * <p>The Java bindings of a provider carry one tarball for the kernel of jsii, which loads all of
 * it at every start. The class loader takes the first resource of a name, so a smaller tarball of
 * the same name, earlier on the class path, is loaded instead. The Java classes stay those of the
 * provider's jar.
 *
 * <p><b>Requires</b> the provider's jar on the class path. <b>Covers</b> the modules that the given
 * classes use: code elsewhere (an app, a test) may use these and no others. A type outside the cut
 * fails at synthesis, with its name.
 */
public final class BindingsCut {

    private BindingsCut() {}

    /**
     * @param arguments the Java package of the bindings; the folder of compiled classes, which also
     *     receives the tarball
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
     * @param output the folder that receives the tarball, below the package's own folders
     * @return one sentence on what was done
     */
    static String cut(String bindingsPackage, Path classes, Path output) {
        try {
            Bindings bindings = Bindings.onClassPath(bindingsPackage);
            Path target = output.resolve(bindings.resource());
            Set<String> used = bindings.modulesOf(UsedPackages.in(classes, bindingsPackage));
            if (used.isEmpty()) {
                Files.deleteIfExists(target);
                return "No class below "
                        + classes
                        + " uses "
                        + bindingsPackage
                        + ": nothing to cut.";
            }
            if (isCurrent(target, used)) {
                return "The bindings are cut already: " + target;
            }
            TarballCut.Cut cut = new TarballCut(bindings::open, used).cut();
            write(cut.bytes(), target);
            return "Kept %d of %d modules of the bindings: %s"
                    .formatted(cut.modules().size(), bindings.moduleCount(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not cut the bindings of " + bindingsPackage + ": " + e.getMessage(), e);
        }
    }

    /** Cutting a current cut again changes nothing. Reading the whole bindings takes seconds. */
    private static boolean isCurrent(Path target, Set<String> used) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        TarballCut.Cut again = new TarballCut(() -> Files.newInputStream(target), used).cut();
        return again.modules().containsAll(used)
                && Arrays.equals(again.bytes(), Files.readAllBytes(target));
    }

    /** In one move: an interrupted build must not leave half a tarball. */
    private static void write(byte[] bytes, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(target.getFileName() + ".half");
        Files.write(half, bytes);
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
