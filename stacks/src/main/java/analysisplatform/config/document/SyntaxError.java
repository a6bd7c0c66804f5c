package analysisplatform.config.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** One sentence for a file that is no YAML. */
final class SyntaxError {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");

    private SyntaxError() {}

    static String sentence(JsonProcessingException exception) {
        JsonLocation location = exception.getLocation();
        String line = "line " + location.getLineNr();
        Matcher duplicate = DUPLICATE.matcher(exception.getOriginalMessage());
        if (duplicate.matches()) {
            return line + " gives the key \"" + duplicate.group(1) + "\" a second time.";
        }
        if (exception instanceof MismatchedInputException) {
            return line + " begins a second document; one file holds one document.";
        }
        if (exception.getCause() instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark();
            return notYaml(mark.getLine() + 1, mark.getColumn() + 1) + ": " + problem(marked);
        }
        return notYaml(location.getLineNr(), location.getColumnNr()) + ".";
    }

    private static String notYaml(int line, int column) {
        return "line " + line + ", column " + column + " is not valid YAML";
    }

    private static String problem(MarkedYAMLException exception) {
        String firstSentence = exception.getProblem().split("\\. ", 2)[0];
        return firstSentence + ".";
    }
}
