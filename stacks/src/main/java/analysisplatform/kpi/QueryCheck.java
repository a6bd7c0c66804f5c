package analysisplatform.kpi;

import analysisplatform.config.Kpi;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.ParsingOptions;
import io.trino.sql.parser.ParsingOptions.DecimalLiteralTreatment;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Judges the SQL of a KPI before anything is deployed, with the parser of the engine that Athena is
 * made from: syntax, tables, columns, and the columns of the answer. Functions, and types that do
 * not follow from the published ones, are judged by the engine alone.
 */
public final class QueryCheck {

    /** As Athena's engine reads {@code 1.5}. */
    private static final ParsingOptions OPTIONS =
            new ParsingOptions(DecimalLiteralTreatment.AS_DECIMAL);

    private QueryCheck() {}

    /**
     * @param views of the KPI's source; empty when they are not known, then names are not judged
     * @return what comes after the key in a sentence; empty when nothing is wrong
     */
    public static List<String> problems(Kpi.Query query, Optional<PublishedViews> views) {
        Findings findings = new Findings();
        Statement statement;
        try {
            statement = new SqlParser().createStatement(query.sql(), OPTIONS);
        } catch (ParsingException exception) {
            findings.add(
                    "does not parse at line %d, column %d: %s."
                            .formatted(
                                    exception.getLineNumber(),
                                    exception.getColumnNumber(),
                                    exception.getErrorMessage()));
            return findings.sentences();
        }
        if (!(statement instanceof Query select)) {
            findings.add("is no query; a KPI is one SELECT, with WITH in front if needed.");
        } else if (views.isPresent()) {
            Scope answer = new Relations(views.get(), findings).query(select, Scope.NOTHING);
            AnswerContract.check(query, answer, findings);
        }
        return findings.sentences();
    }
}
