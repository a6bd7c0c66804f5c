package analysisplatform.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Which packages compiled classes refer to: in code, signatures, fields and annotations. */
final class UsedPackages {

    private UsedPackages() {}

    /**
     * @return the packages strictly below {@code root} that any class in the folder refers to
     */
    static Set<String> in(Path classes, String root) throws IOException {
        String prefix = root.replace('.', '/') + "/";
        Set<String> packages = new TreeSet<>();
        Remapper collector =
                new Remapper() {
                    @Override
                    public String map(String internalName) {
                        int end = internalName.lastIndexOf('/');
                        if (internalName.startsWith(prefix) && end >= prefix.length()) {
                            packages.add(internalName.substring(0, end).replace('/', '.'));
                        }
                        return internalName;
                    }
                };
        for (Path file : classFiles(classes)) {
            ClassVisitor ignored = new ClassVisitor(Opcodes.ASM9) {};
            new ClassReader(Files.readAllBytes(file))
                    .accept(new ClassRemapper(ignored, collector), 0);
        }
        return packages;
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }
}
