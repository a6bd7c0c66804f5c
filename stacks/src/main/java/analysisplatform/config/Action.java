package analysisplatform.config;

import java.util.Optional;

/** What the mask does to one column. Every action is total: no value makes it fail. */
public sealed interface Action {

    /** Text is what pseudonyms are made of. */
    String TEXT = "varchar";

    /** Athena type of the published column; empty when none is published. */
    Optional<String> publishedType();

    /** Calls the case of this action; a new action does not compile until every use knows it. */
    <T> T match(Cases<T> cases);

    /** One function per action. */
    interface Cases<T> {
        T keep(Keep action);

        T drop(Drop action);

        T nulled(Null action);

        T pseudonym(Pseudonym action);

        T email(Email action);
    }

    /**
     * The value as it is, cast to a type; NULL where it does not fit.
     *
     * @param type an Athena type, for example {@code bigint} or {@code decimal(10,2)}
     * @param reason why nobody's privacy is touched
     */
    record Keep(String type, String reason) implements Action {
        @Override
        public Optional<String> publishedType() {
            return Optional.of(type);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.keep(this);
        }
    }

    /** The column is not published. */
    record Drop() implements Action {
        @Override
        public Optional<String> publishedType() {
            return Optional.empty();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.drop(this);
        }
    }

    /** The column is published, always NULL. */
    record Null(String type) implements Action {
        @Override
        public Optional<String> publishedType() {
            return Optional.of(type);
        }

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
        public Optional<String> publishedType() {
            return Optional.of(TEXT);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pseudonym(this);
        }
    }

    /** A pseudonym of the whole address; the domain stays when enough people share it. */
    record Email() implements Action {
        @Override
        public Optional<String> publishedType() {
            return Optional.of(TEXT);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.email(this);
        }
    }
}
