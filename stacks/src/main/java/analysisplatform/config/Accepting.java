package analysisplatform.config;

import java.util.EnumSet;
import java.util.Set;

/** The raw types that each action can take; bytes that hold text count as text. */
final class Accepting implements Action.Cases<Set<RawType>> {

    private static final Set<RawType> WORDS = Set.of(RawType.TEXT);

    private static final Set<RawType> NUMBERED = Set.of(RawType.TEXT, RawType.INTEGER);

    private static final Set<RawType> NUMBERS =
            Set.of(RawType.TEXT, RawType.INTEGER, RawType.DECIMAL, RawType.FLOATING);

    private static final Set<RawType> SCALAR =
            EnumSet.complementOf(EnumSet.of(RawType.BYTES, RawType.STRUCTURED));

    @Override
    public Set<RawType> keep(Action.Keep action) {
        return ColumnTypes.readableAs(action.type());
    }

    @Override
    public Set<RawType> drop(Action.Drop action) {
        return EnumSet.allOf(RawType.class);
    }

    @Override
    public Set<RawType> nulled(Action.Null action) {
        return EnumSet.allOf(RawType.class);
    }

    @Override
    public Set<RawType> pseudonym(Action.Pseudonym action) {
        return SCALAR;
    }

    @Override
    public Set<RawType> email(Action.Email action) {
        return WORDS;
    }

    @Override
    public Set<RawType> prefix(Action.Prefix action) {
        return NUMBERED;
    }

    @Override
    public Set<RawType> year(Action.Year action) {
        return ColumnTypes.DAYS;
    }

    @Override
    public Set<RawType> month(Action.Month action) {
        return ColumnTypes.DAYS;
    }

    @Override
    public Set<RawType> ageBand(Action.AgeBand action) {
        return ColumnTypes.DAYS;
    }

    @Override
    public Set<RawType> shift(Action.Shift action) {
        return ColumnTypes.DAYS;
    }

    @Override
    public Set<RawType> bucket(Action.Bucket action) {
        return NUMBERS;
    }

    @Override
    public Set<RawType> ipNetwork(Action.IpNetwork action) {
        return WORDS;
    }

    @Override
    public Set<RawType> length(Action.Length action) {
        return WORDS;
    }

    @Override
    public Set<RawType> json(Action.Json action) {
        return WORDS;
    }
}
