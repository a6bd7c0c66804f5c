package analysisplatform.kpi;

import analysisplatform.masking.CatalogType;
import java.util.List;

/**
 * A column of the KPI database, as the catalogue shows it.
 *
 * @param type of Athena's SQL
 * @param comment for people who browse the catalogue
 */
public record KpiColumn(String name, String type, String comment) {

    static KpiColumn text(String name, String comment) {
        return new KpiColumn(name, "varchar", comment);
    }

    static KpiColumn number(String name, String comment) {
        return new KpiColumn(name, "double", comment);
    }

    static KpiColumn time(String name, String comment) {
        return new KpiColumn(name, "timestamp(3)", comment);
    }

    static KpiColumn flag(String name, String comment) {
        return new KpiColumn(name, "boolean", comment);
    }

    /** The type in the data catalog's words, which are Hive's. */
    public String catalogType() {
        return CatalogType.of(type);
    }

    static List<KpiColumn> shared() {
        return List.of(
                text("kpi", "Id of the KPI in kpis.yaml"),
                new KpiColumn("day", "date", "Day of the value, in the platform's time zone"),
                text(
                        "dimension",
                        "Group; empty when the KPI has none or the group is too small to show"),
                number("value", "The number; NULL when the group is too small to show"),
                new KpiColumn(
                        "people",
                        "bigint",
                        "People or rows behind the value; NULL when not counted or too few"),
                flag("suppressed", "Whether the group was too small to show"));
    }
}
