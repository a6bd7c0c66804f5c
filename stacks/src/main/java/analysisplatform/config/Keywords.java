package analysisplatform.config;

/** How a masking file names the actions. */
final class Keywords implements Action.Cases<String> {

    @Override
    public String keep(Action.Keep action) {
        return "keep";
    }

    @Override
    public String drop(Action.Drop action) {
        return "drop";
    }

    @Override
    public String nulled(Action.Null action) {
        return "null";
    }

    @Override
    public String pseudonym(Action.Pseudonym action) {
        return "pseudonym";
    }

    @Override
    public String email(Action.Email action) {
        return "email";
    }

    @Override
    public String prefix(Action.Prefix action) {
        return "prefix";
    }

    @Override
    public String year(Action.Year action) {
        return "year";
    }

    @Override
    public String month(Action.Month action) {
        return "month";
    }

    @Override
    public String ageBand(Action.AgeBand action) {
        return "age_band";
    }

    @Override
    public String shift(Action.Shift action) {
        return "shift";
    }

    @Override
    public String bucket(Action.Bucket action) {
        return "bucket";
    }

    @Override
    public String ipNetwork(Action.IpNetwork action) {
        return "ip_network";
    }

    @Override
    public String length(Action.Length action) {
        return "length";
    }

    @Override
    public String json(Action.Json action) {
        return "json";
    }
}
