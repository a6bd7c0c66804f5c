package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import java.io.Console;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options by which a command reaches a live database. */
final class DatabaseAccess {

    private static final String DEFAULT_VARIABLE = "DATABASE_PASSWORD";

    /** Anybody on the machine can read a command line, and shells keep it. */
    private static final Pattern SECRET =
            Pattern.compile("[?&;](password|pwd|pass)=|//[^/]*@", Pattern.CASE_INSENSITIVE);

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            required = true,
            description =
                    "jdbc:mysql://HOST:3306/DATABASE or jdbc:postgresql://HOST:5432/DATABASE; only the"
                            + " schema is read, in a read-only session.")
    private String url;

    @Option(
            names = "--user",
            paramLabel = "USER",
            required = true,
            description = "A user who may see the tables.")
    private String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            defaultValue = DEFAULT_VARIABLE,
            description =
                    "Environment variable with the password (default: ${DEFAULT-VALUE}); without"
                            + " it the password is asked for.")
    private String variable;

    DatabaseSchema read(Map<String, String> variables) {
        if (SECRET.matcher(url).find()) {
            throw ToolFailed.usage(
                    "The URL of --jdbc must not hold a password: put it into the environment variable %s."
                            .formatted(variable));
        }
        return LiveSchema.read(engine(), url, user, password(variables));
    }

    private Engine engine() {
        if (url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:")) {
            return Engine.MYSQL;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return Engine.POSTGRESQL;
        }
        throw ToolFailed.usage(
                "The URL of --jdbc must begin with jdbc:mysql:, jdbc:mariadb: or jdbc:postgresql:.");
    }

    private String password(Map<String, String> variables) {
        if (variables.containsKey(variable)) {
            return variables.get(variable);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw ToolFailed.usage(
                    "There is no password: set the environment variable %s, or call this in a terminal."
                            .formatted(variable));
        }
        return new String(typed);
    }
}
