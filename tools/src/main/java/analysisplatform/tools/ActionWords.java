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

/** An action with all that decides what is seen, in a few words. */
final class ActionWords implements Action.Cases<String> {

    private ActionWords() {}

    static String of(Action action) {
        return action.keyword() + action.match(new ActionWords());
    }

    @Override
    public String keep(Keep action) {
        return " " + action.type();
    }

    @Override
    public String drop(Drop action) {
        return "";
    }

    @Override
    public String nulled(Null action) {
        return "";
    }

    @Override
    public String pseudonym(Pseudonym action) {
        return " " + action.namespace();
    }

    @Override
    public String email(Email action) {
        return "";
    }

    @Override
    public String prefix(Prefix action) {
        return " " + action.length();
    }

    @Override
    public String year(Year action) {
        return "";
    }

    @Override
    public String month(Month action) {
        return "";
    }

    @Override
    public String ageBand(AgeBand action) {
        return " of " + action.years() + " years";
    }

    @Override
    public String shift(Shift action) {
        return " by %d days per %s %s, %s"
                .formatted(action.days(), action.namespace(), action.person(), action.type());
    }

    @Override
    public String bucket(Bucket action) {
        return " " + action.edges();
    }

    @Override
    public String ipNetwork(IpNetwork action) {
        return "";
    }

    @Override
    public String length(Length action) {
        return "";
    }

    @Override
    public String json(Json action) {
        return " " + action.paths();
    }
}
