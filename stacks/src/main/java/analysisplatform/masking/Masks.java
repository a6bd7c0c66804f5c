package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.time.ZoneId;

/** The mask of each action, for one column of a table. */
final class Masks implements Action.Cases<Mask> {

    private final PublishedColumn column;
    private final TablePolicy table;
    private final Moments moments;

    Masks(PublishedColumn column, TablePolicy table, ZoneId zone) {
        this.column = column;
        this.table = table;
        this.moments = new Moments(zone);
    }

    @Override
    public Mask keep(Action.Keep action) {
        return KeptValues.kept(action, raw(), moments);
    }

    @Override
    public Mask drop(Action.Drop action) {
        throw new IllegalStateException(
                column.source() + " is dropped, yet has a published column");
    }

    @Override
    public Mask nulled(Action.Null action) {
        return Mask.constant(Sql.nullOf(column.type()));
    }

    @Override
    public Mask pseudonym(Action.Pseudonym action) {
        return Pseudonyms.pseudonym(action.namespace(), raw());
    }

    @Override
    public Mask email(Action.Email action) {
        return Pseudonyms.email(raw(), SharedDomains.table(column));
    }

    @Override
    public Mask prefix(Action.Prefix action) {
        return Texts.prefix(action, raw());
    }

    @Override
    public Mask year(Action.Year action) {
        return moments.firstDayOf("year", raw());
    }

    @Override
    public Mask month(Action.Month action) {
        return moments.firstDayOf("month", raw());
    }

    @Override
    public Mask ageBand(Action.AgeBand action) {
        return moments.ageBand(action, raw());
    }

    @Override
    public Mask shift(Action.Shift action) {
        String person = Sql.raw(action.person(), table.columns().get(action.person()).stored());
        return moments.shifted(action, raw(), person);
    }

    @Override
    public Mask bucket(Action.Bucket action) {
        return Buckets.bucket(action, raw());
    }

    @Override
    public Mask ipNetwork(Action.IpNetwork action) {
        return Networks.network(raw());
    }

    @Override
    public Mask length(Action.Length action) {
        return Texts.length(raw());
    }

    @Override
    public Mask json(Action.Json action) {
        return Texts.json(action, raw());
    }

    private String raw() {
        return Sql.raw(column.source(), column.stored());
    }
}
