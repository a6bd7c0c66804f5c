package analysisplatform.config;

/** A language in which the platform speaks to people who query. */
public enum Language {
    EN,
    JA
}
