package analysisplatform.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the mask does to one column. Every action is total: no value makes it fail. */
public sealed interface Action {

    /** Text is what pseudonyms are made of. */
    String TEXT = "varchar";

    /** Calls the case of this action; a new action does not compile until every use knows it. */
    <T> T match(Cases<T> cases);

    /** The action's name in a masking file. */
    default String keyword() {
        return match(new Keywords());
    }

    /** The published columns: none, one, or several with a suffix each. */
    default List<Published> published() {
        return match(new Publishing());
    }

    /** Types of raw columns that the action can take; of any other the night cannot mask. */
    default Set<RawType> accepts() {
        return match(new Accepting());
    }

    /** How many NULLs the published columns must have. */
    default Nulls nulls() {
        return match(new NullRules());
    }

    /**
     * One published column of a masked one.
     *
     * @param suffix what is appended to the masked column's name; mostly nothing
     * @param type the Athena type
     * @param action the action reduced to what makes this column
     */
    record Published(String suffix, String type, Action action) {

        public boolean isText() {
            return type.equals(TEXT);
        }
    }

    /** What counting NULLs before and after can prove. */
    enum Nulls {
        /** NULL exactly where the raw value is NULL. */
        EQUAL,
        /** NULL exactly where the raw value is NULL or blank once normalised. */
        EQUAL_OR_BLANK,
        /** NULL where the raw value is NULL, and where it cannot be read as what it should be. */
        TOLERATED,
        /** Whatever the data makes of it, but NULL where the raw value is NULL. */
        FREE,
        /** Always NULL. */
        ALL
    }

    /** One function per action. */
    interface Cases<T> {
        T keep(Keep action);

        T drop(Drop action);

        T nulled(Null action);

        T pseudonym(Pseudonym action);

        T email(Email action);

        T prefix(Prefix action);

        T year(Year action);

        T month(Month action);

        T ageBand(AgeBand action);

        T shift(Shift action);

        T bucket(Bucket action);

        T ipNetwork(IpNetwork action);

        T length(Length action);

        T json(Json action);
    }

    /**
     * The value as it is, brought to a type; NULL where it does not fit.
     *
     * @param type an Athena type, for example {@code bigint} or {@code decimal(10,2)}, or one of
     *     {@code uuid} and {@code json}, which are published as text
     * @param reason why nobody's privacy is touched
     */
    record Keep(String type, String reason) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.keep(this);
        }
    }

    /** The column is not published. */
    record Drop() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.drop(this);
        }
    }

    /** The column is published, always NULL. */
    record Null(String type) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.nulled(this);
        }
    }

    /**
     * A keyed pseudonym, equal wherever namespace and normalised value are equal.
     *
     * @param namespace what the value means, for example {@code user}
     */
    record Pseudonym(String namespace) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pseudonym(this);
        }
    }

    /** A pseudonym of the whole address; the domain stays when enough people share it. */
    record Email() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.email(this);
        }
    }

    /**
     * The first characters of a longer value, of postal codes for example; NULL for a value that is
     * not longer.
     */
    record Prefix(int length) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.prefix(this);
        }
    }

    /** The first day of a date's year. */
    record Year() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.year(this);
        }
    }

    /** The first day of a date's month. */
    record Month() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.month(this);
        }
    }

    /**
     * From a date of birth the age on the snapshot's day, in bands.
     *
     * @param years width of a band
     */
    record AgeBand(int years) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ageBand(this);
        }
    }

    /**
     * A date or time moved by some days that are the same for all values of one person and never 0.
     *
     * @param days the most that a value moves, either way
     * @param person the column of the same table that tells whose value it is
     * @param namespace what {@code person} means; equal persons move equally in all tables
     * @param type {@code date} or {@code timestamp(3)}
     */
    record Shift(int days, String person, String namespace, String type) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.shift(this);
        }
    }

    /**
     * The range in which a number lies.
     *
     * @param edges ascending; each begins a range
     */
    record Bucket(List<BigDecimal> edges) implements Action {
        public Bucket {
            edges = List.copyOf(edges);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.bucket(this);
        }
    }

    /** An address's network: /24 of IPv4, /48 of IPv6. */
    record IpNetwork() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ipNetwork(this);
        }
    }

    /** The number of a text's characters. */
    record Length() implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.length(this);
        }
    }

    /**
     * Single values out of a JSON text, each a column of its own.
     *
     * @param paths JSON paths by the name that is appended to the column's
     */
    record Json(Map<String, String> paths) implements Action {
        public Json {
            paths = Ordered.copyOf(paths);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.json(this);
        }
    }
}
