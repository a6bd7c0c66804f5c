package analysisplatform.export;

import java.util.Optional;

/** A source, and the role with which its account's RDS is asked. */
record SourceAccess(Source source, CallerRole caller) {

    /** Half an access is refused: it would silently leave out what it is for. */
    static Optional<SourceAccess> optional(Fields fields) {
        if (!fields.hasAny("source", "callerRoleArn", "externalId")) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceAccess(Source.of(fields.object("source")), CallerRole.of(fields)));
    }
}
