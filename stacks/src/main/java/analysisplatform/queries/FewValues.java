package analysisplatform.queries;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.masking.PublishedColumn;
import java.util.OptionalInt;

/**
 * How likely a column has few values, so that counting by it tells something: the lower the
 * likelier, and nothing where each row may have its own. A guess from the policy alone.
 */
final class FewValues implements Action.Cases<OptionalInt> {

    private static final OptionalInt LIST_OF_VALUES = OptionalInt.of(0);
    private static final OptionalInt YES_OR_NO = OptionalInt.of(1);
    private static final OptionalInt RANGES = OptionalInt.of(2);
    private static final OptionalInt REGION = OptionalInt.of(3);
    private static final OptionalInt MONTHS = OptionalInt.of(4);
    private static final OptionalInt MANY = OptionalInt.empty();

    private final DataClass dataClass;

    private FewValues(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    static OptionalInt of(PublishedColumn column) {
        return column.action().match(new FewValues(column.dataClass()));
    }

    @Override
    public OptionalInt keep(Action.Keep action) {
        return switch (action.type()) {
            case Action.TEXT -> text();
            case "boolean" -> YES_OR_NO;
            case "date", "timestamp(3)" -> MONTHS;
            default -> MANY;
        };
    }

    /** What is kept of a thing and not of a person is mostly its title. */
    private OptionalInt text() {
        return switch (dataClass) {
            case ATTRIBUTE -> LIST_OF_VALUES;
            case QUASI -> REGION;
            case IDENTIFIER, CODE, FINANCIAL, FREE_TEXT, NONE -> MANY;
        };
    }

    @Override
    public OptionalInt drop(Action.Drop action) {
        return MANY;
    }

    @Override
    public OptionalInt nulled(Action.Null action) {
        return MANY;
    }

    @Override
    public OptionalInt pseudonym(Action.Pseudonym action) {
        return MANY;
    }

    @Override
    public OptionalInt email(Action.Email action) {
        return MANY;
    }

    @Override
    public OptionalInt prefix(Action.Prefix action) {
        return REGION;
    }

    @Override
    public OptionalInt year(Action.Year action) {
        return MONTHS;
    }

    @Override
    public OptionalInt month(Action.Month action) {
        return MONTHS;
    }

    @Override
    public OptionalInt ageBand(Action.AgeBand action) {
        return RANGES;
    }

    @Override
    public OptionalInt shift(Action.Shift action) {
        return MONTHS;
    }

    @Override
    public OptionalInt bucket(Action.Bucket action) {
        return RANGES;
    }

    @Override
    public OptionalInt ipNetwork(Action.IpNetwork action) {
        return MANY;
    }

    @Override
    public OptionalInt length(Action.Length action) {
        return MANY;
    }

    @Override
    public OptionalInt json(Action.Json action) {
        return MANY;
    }
}
