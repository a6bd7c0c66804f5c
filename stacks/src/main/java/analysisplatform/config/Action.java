package analysisplatform.config;

/** What the mask does to one column. Every action is total: no value makes it fail. */
public sealed interface Action {

    /**
     * The value as it is, cast to a type.
     *
     * @param type an Athena type, for example {@code bigint} or {@code decimal(10,2)}
     * @param reason why nobody's privacy is touched
     */
    record Keep(String type, String reason) implements Action {}

    /** The column is not published. */
    record Drop() implements Action {}

    /** The column is published, always NULL. */
    record Null(String type) implements Action {}

    /**
     * A keyed pseudonym, equal wherever namespace and normalised value are equal.
     *
     * @param namespace what the value means, for example {@code user}
     */
    record Pseudonym(String namespace) implements Action {}

    /** A pseudonym of the whole address; the domain stays when enough people share it. */
    record Email() implements Action {}
}
