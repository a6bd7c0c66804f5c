package analysisplatform.kpi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that names mean at one place of a query.
 *
 * @param fields of all relations that are joined there
 * @param isOpen whether a relation is unknown, so that any name may be one of its columns
 * @param outer of the query around; null at the outermost
 */
record Scope(List<Field> fields, boolean isOpen, Scope outer) {

    static final Scope NOTHING = new Scope(List.of(), false, null);

    /**
     * One column.
     *
     * @param relation alias or name in front of the point; empty when it has none
     * @param view from which it comes unchanged; empty when it was computed
     */
    record Field(String relation, String name, Kind kind, String view) {

        Field in(String newRelation) {
            return new Field(newRelation, name, kind, view);
        }

        Field named(String newName) {
            return new Field(relation, newName, kind, view);
        }
    }

    Scope {
        fields = List.copyOf(fields);
    }

    static Scope of(List<Field> fields, Scope outer) {
        return new Scope(fields, false, outer);
    }

    /** Of a relation that could not be found: everything below it is forgiven. */
    static Scope unknown(Scope outer) {
        return new Scope(List.of(), true, outer);
    }

    /** Both sides of a join. */
    Scope and(Scope other) {
        List<Field> both = new ArrayList<>(fields);
        both.addAll(other.fields);
        return new Scope(both, isOpen || other.isOpen, outer);
    }

    Scope within(Scope newOuter) {
        return new Scope(fields, isOpen, newOuter);
    }

    /** The same columns under another name, as after {@code AS}. */
    Scope as(String alias) {
        return new Scope(fields.stream().map(field -> field.in(alias)).toList(), isOpen, outer);
    }

    /** The columns of this query alone that a name means. */
    List<Field> here(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    List<Field> of(String relation) {
        return fields.stream().filter(field -> field.relation().equals(relation)).toList();
    }

    boolean hasRelation(String relation) {
        return fields.stream().anyMatch(field -> field.relation().equals(relation));
    }

    /** The nearest scope, this one or around it, that has the relation. */
    Optional<Scope> withRelation(String relation) {
        if (hasRelation(relation)) {
            return Optional.of(this);
        }
        return outer == null ? Optional.empty() : outer.withRelation(relation);
    }

    /** The nearest scope, this one or around it, that has a column of the name. */
    Optional<Scope> withColumn(String name) {
        if (!here(name).isEmpty()) {
            return Optional.of(this);
        }
        return outer == null ? Optional.empty() : outer.withColumn(name);
    }

    boolean forgives() {
        return isOpen || (outer != null && outer.forgives());
    }

    /** Published views whose columns can be named here. */
    Set<String> views() {
        Set<String> views = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.fields.stream()
                    .map(Field::view)
                    .filter(view -> !view.isEmpty())
                    .forEach(views::add);
        }
        return views;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.fields.forEach(field -> names.add(field.name()));
        }
        return names;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
