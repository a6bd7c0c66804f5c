package analysisplatform.queries;

import analysisplatform.words.Words;

/**
 * A query that people find in their workgroup, by its name and what it is for.
 *
 * @param id unique within an environment; letters, digits, hyphens and underscores
 * @param name of at most 128 characters, which is all that Athena keeps:
 *     https://docs.aws.amazon.com/athena/latest/APIReference/API_NamedQuery.html
 * @param database that unqualified names mean
 */
public record SavedQuery(String id, String name, String description, String database, String sql) {

    private static final int LONGEST_NAME = 128;

    public SavedQuery {
        name = cut(name);
    }

    /** English first, because a list is searched by it. */
    static String both(Words words) {
        return words.en() + " / " + words.ja();
    }

    private static String cut(String name) {
        int characters = name.codePointCount(0, name.length());
        return characters <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
