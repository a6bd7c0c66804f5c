package analysisplatform.config;

import java.util.List;
import java.util.stream.Stream;

/** What tells two uses of one action apart; reasons do not. */
final class ActionDetails implements Action.Cases<List<String>> {

    @Override
    public List<String> keep(Action.Keep action) {
        return List.of(action.type());
    }

    @Override
    public List<String> drop(Action.Drop action) {
        return List.of();
    }

    @Override
    public List<String> nulled(Action.Null action) {
        return List.of(action.type());
    }

    @Override
    public List<String> pseudonym(Action.Pseudonym action) {
        return List.of(action.namespace());
    }

    @Override
    public List<String> email(Action.Email action) {
        return List.of();
    }

    @Override
    public List<String> prefix(Action.Prefix action) {
        return List.of(String.valueOf(action.length()));
    }

    @Override
    public List<String> year(Action.Year action) {
        return List.of();
    }

    @Override
    public List<String> month(Action.Month action) {
        return List.of();
    }

    @Override
    public List<String> ageBand(Action.AgeBand action) {
        return List.of(String.valueOf(action.years()));
    }

    @Override
    public List<String> shift(Action.Shift action) {
        return List.of(
                String.valueOf(action.days()), action.person(), action.namespace(), action.type());
    }

    @Override
    public List<String> bucket(Action.Bucket action) {
        return action.edges().stream()
                .map(edge -> edge.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Override
    public List<String> ipNetwork(Action.IpNetwork action) {
        return List.of();
    }

    @Override
    public List<String> length(Action.Length action) {
        return List.of();
    }

    @Override
    public List<String> json(Action.Json action) {
        return action.paths().entrySet().stream()
                .flatMap(path -> Stream.of(path.getKey(), path.getValue()))
                .toList();
    }
}
