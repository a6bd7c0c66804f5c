package analysisplatform.config;

/** What each action does to NULL and to what it cannot read. */
final class NullRules implements Action.Cases<Action.Nulls> {

    @Override
    public Action.Nulls keep(Action.Keep action) {
        return action.type().equals(Action.TEXT) ? Action.Nulls.EQUAL : Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls drop(Action.Drop action) {
        return Action.Nulls.FREE;
    }

    @Override
    public Action.Nulls nulled(Action.Null action) {
        return Action.Nulls.ALL;
    }

    @Override
    public Action.Nulls pseudonym(Action.Pseudonym action) {
        return Action.Nulls.EQUAL_OR_BLANK;
    }

    @Override
    public Action.Nulls email(Action.Email action) {
        return Action.Nulls.EQUAL_OR_BLANK;
    }

    @Override
    public Action.Nulls prefix(Action.Prefix action) {
        return Action.Nulls.FREE;
    }

    @Override
    public Action.Nulls year(Action.Year action) {
        return Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls month(Action.Month action) {
        return Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls ageBand(Action.AgeBand action) {
        return Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls shift(Action.Shift action) {
        return Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls bucket(Action.Bucket action) {
        return Action.Nulls.TOLERATED;
    }

    @Override
    public Action.Nulls ipNetwork(Action.IpNetwork action) {
        return Action.Nulls.FREE;
    }

    @Override
    public Action.Nulls length(Action.Length action) {
        return Action.Nulls.EQUAL;
    }

    @Override
    public Action.Nulls json(Action.Json action) {
        return Action.Nulls.FREE;
    }
}
