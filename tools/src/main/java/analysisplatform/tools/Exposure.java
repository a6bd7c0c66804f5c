package analysisplatform.tools;

import analysisplatform.config.Action;
import analysisplatform.config.Action.AgeBand;
import analysisplatform.config.Action.Bucket;
import analysisplatform.config.Action.Drop;
import analysisplatform.config.Action.Email;
import analysisplatform.config.Action.IpNetwork;
import analysisplatform.config.Action.Json;
import analysisplatform.config.Action.Keep;
import analysisplatform.config.Action.Length;
import analysisplatform.config.Action.Month;
import analysisplatform.config.Action.Null;
import analysisplatform.config.Action.Prefix;
import analysisplatform.config.Action.Pseudonym;
import analysisplatform.config.Action.Shift;
import analysisplatform.config.Action.Year;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an action shows no more of a value than another. Two actions that cannot be compared,
 * such as two namespaces of pseudonyms, count as more: a person has to decide.
 */
final class Exposure implements Action.Cases<Predicate<Action>> {

    private static final Set<String> WHOLE_TEXT = Set.of(Action.TEXT, "uuid", "json");
    private static final Set<String> TIMES = Set.of("date", "timestamp(3)");

    private Exposure() {}

    /** Whether nothing of a value is published. */
    static boolean showsNothing(Action action) {
        return action instanceof Drop || action instanceof Null;
    }

    /** Whether a value, or a part of it, is published as it is. */
    static boolean showsRaw(Action action) {
        return action instanceof Keep || action instanceof Json;
    }

    static boolean isAtMost(Action after, Action before) {
        return showsNothing(after)
                || withoutReason(after).equals(withoutReason(before))
                || before.match(new Exposure()).test(after);
    }

    /** Why a column is kept changes nothing of what is seen. */
    private static Action withoutReason(Action action) {
        return action instanceof Keep keep ? new Keep(keep.type(), "") : action;
    }

    @Override
    public Predicate<Action> keep(Keep before) {
        if (WHOLE_TEXT.contains(before.type())) {
            return after -> true;
        }
        if (TIMES.contains(before.type())) {
            return after -> isOfTheSameTime(after, before.type());
        }
        return after -> after instanceof Bucket;
    }

    private static boolean isOfTheSameTime(Action after, String type) {
        if (after instanceof Keep kept) {
            return kept.type().equals("date");
        }
        if (after instanceof Shift shift) {
            return shift.type().equals("date") || shift.type().equals(type);
        }
        return after instanceof Year || after instanceof Month || after instanceof AgeBand;
    }

    @Override
    public Predicate<Action> drop(Drop before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> nulled(Null before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> pseudonym(Pseudonym before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> email(Email before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> prefix(Prefix before) {
        return after -> after instanceof Prefix prefix && prefix.length() <= before.length();
    }

    @Override
    public Predicate<Action> year(Year before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> month(Month before) {
        return Year.class::isInstance;
    }

    @Override
    public Predicate<Action> ageBand(AgeBand before) {
        return after -> after instanceof AgeBand band && band.years() % before.years() == 0;
    }

    @Override
    public Predicate<Action> shift(Shift before) {
        return after ->
                after instanceof Shift shift
                        && shift.days() >= before.days()
                        && shift.person().equals(before.person())
                        && shift.namespace().equals(before.namespace())
                        && (shift.type().equals("date") || shift.type().equals(before.type()));
    }

    @Override
    public Predicate<Action> bucket(Bucket before) {
        return after ->
                after instanceof Bucket bucket && before.edges().containsAll(bucket.edges());
    }

    @Override
    public Predicate<Action> ipNetwork(IpNetwork before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> length(Length before) {
        return Exposure::showsNothing;
    }

    @Override
    public Predicate<Action> json(Json before) {
        return after ->
                after instanceof Json json
                        && before.paths().entrySet().containsAll(json.paths().entrySet());
    }
}
