package analysisplatform.config;

import java.util.List;
import java.util.Map;

/** The columns that each action publishes. */
final class Publishing implements Action.Cases<List<Action.Published>> {

    @Override
    public List<Action.Published> keep(Action.Keep action) {
        return one(ColumnTypes.published(action.type()), action);
    }

    @Override
    public List<Action.Published> drop(Action.Drop action) {
        return List.of();
    }

    @Override
    public List<Action.Published> nulled(Action.Null action) {
        return one(ColumnTypes.published(action.type()), action);
    }

    @Override
    public List<Action.Published> pseudonym(Action.Pseudonym action) {
        return text(action);
    }

    @Override
    public List<Action.Published> email(Action.Email action) {
        return text(action);
    }

    @Override
    public List<Action.Published> prefix(Action.Prefix action) {
        return text(action);
    }

    @Override
    public List<Action.Published> year(Action.Year action) {
        return one(ColumnTypes.DATE, action);
    }

    @Override
    public List<Action.Published> month(Action.Month action) {
        return one(ColumnTypes.DATE, action);
    }

    @Override
    public List<Action.Published> ageBand(Action.AgeBand action) {
        return text(action);
    }

    @Override
    public List<Action.Published> shift(Action.Shift action) {
        return one(action.type(), action);
    }

    @Override
    public List<Action.Published> bucket(Action.Bucket action) {
        return text(action);
    }

    @Override
    public List<Action.Published> ipNetwork(Action.IpNetwork action) {
        return text(action);
    }

    @Override
    public List<Action.Published> length(Action.Length action) {
        return one("bigint", action);
    }

    @Override
    public List<Action.Published> json(Action.Json action) {
        return action.paths().entrySet().stream().map(Publishing::part).toList();
    }

    private static List<Action.Published> text(Action action) {
        return one(Action.TEXT, action);
    }

    private static List<Action.Published> one(String type, Action action) {
        return List.of(new Action.Published("", type, action));
    }

    private static Action.Published part(Map.Entry<String, String> path) {
        return new Action.Published(
                "_" + path.getKey(),
                Action.TEXT,
                new Action.Json(Map.of(path.getKey(), path.getValue())));
    }
}
