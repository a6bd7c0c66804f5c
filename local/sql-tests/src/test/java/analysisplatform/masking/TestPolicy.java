package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The policy of one table, column by column. */
final class TestPolicy {

    private final Map<String, ColumnPolicy> columns = new LinkedHashMap<>();

    /** Begins with the column {@code n}, by which results are ordered. */
    static TestPolicy numbered() {
        return new TestPolicy().keep("n", "integer");
    }

    TestPolicy keep(String column, String type) {
        return with(column, DataClass.ATTRIBUTE, new Action.Keep(type, "a test"));
    }

    TestPolicy drop(String column, DataClass dataClass) {
        return with(column, dataClass, new Action.Drop());
    }

    TestPolicy nulled(String column, String type) {
        return with(column, DataClass.FREE_TEXT, new Action.Null(type));
    }

    TestPolicy pseudonym(String column, String namespace) {
        return with(column, DataClass.IDENTIFIER, new Action.Pseudonym(namespace));
    }

    TestPolicy email(String column) {
        return with(column, DataClass.IDENTIFIER, new Action.Email());
    }

    /** Any other action. */
    TestPolicy quasi(String column, Action action) {
        return with(column, DataClass.QUASI, action);
    }

    /** The same policy with an exception for a column. */
    TestPolicy mayContain(String column, PersonalPattern pattern) {
        TestPolicy copy = new TestPolicy();
        copy.columns.putAll(columns);
        ColumnPolicy before = columns.get(column);
        copy.columns.put(
                column,
                new ColumnPolicy(
                        before.dataClass(),
                        before.action(),
                        before.stored(),
                        Map.of(pattern, "a test"),
                        OptionalInt.empty()));
        return copy;
    }

    TestPolicy column(String column, DataClass dataClass, Action action) {
        return with(column, dataClass, action);
    }

    /** The columns so far hold bytes, as MySQL's CHAR does in an export. */
    TestPolicy storedAsBytes(String... names) {
        for (String name : names) {
            columns.computeIfPresent(
                    name,
                    (ignored, column) ->
                            new ColumnPolicy(column.dataClass(), column.action(), Stored.BYTES));
        }
        return this;
    }

    TablePolicy table() {
        return new TablePolicy(columns);
    }

    private TestPolicy with(String column, DataClass dataClass, Action action) {
        columns.put(column, new ColumnPolicy(dataClass, action));
        return this;
    }
}
