package analysisplatform.config;

import java.util.List;

/** The files of an environment say something that cannot be built; knows all of it at once. */
public final class InvalidConfiguration extends RuntimeException {

    private final List<String> problems;

    public InvalidConfiguration(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each, beginning with the file's name. */
    public List<String> problems() {
        return problems;
    }
}
