package analysisplatform.kpi;

import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.Except;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Intersect;
import io.trino.sql.tree.Join;
import io.trino.sql.tree.JoinOn;
import io.trino.sql.tree.JoinUsing;
import io.trino.sql.tree.Lateral;
import io.trino.sql.tree.NaturalJoin;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.Relation;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.SetOperation;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableSubquery;
import io.trino.sql.tree.Union;
import io.trino.sql.tree.Unnest;
import io.trino.sql.tree.Values;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a query from its tables to its result. What it does not know for certain it refuses or
 * leaves to the engine; it never lets a name pass that is no published column.
 */
final class Relations {

    private final PublishedViews views;
    private final Findings findings;
    private final Expressions expressions;
    private final Selects selects;

    /** Results of the queries in front, by name; a query sees those of the queries around it. */
    private Map<String, Scope> named = Map.of();

    Relations(PublishedViews views, Findings findings) {
        this.views = views;
        this.findings = findings;
        this.expressions = new Expressions(views, findings, this);
        this.selects = new Selects(findings, expressions, this);
    }

    /** The columns of a query's result. */
    Scope query(Query query, Scope outer) {
        Map<String, Scope> before = named;
        query.getWith().ifPresent(with -> name(with, outer));
        Scope result = body(query.getQueryBody(), outer);
        query.getOrderBy()
                .ifPresent(
                        order ->
                                order.getSortItems()
                                        .forEach(
                                                item ->
                                                        expressions.check(
                                                                item, result.within(outer))));
        named = before;
        return result;
    }

    Scope relation(Relation relation, Scope outer) {
        if (relation instanceof Table table) {
            return table(table, outer);
        }
        if (relation instanceof AliasedRelation aliased) {
            return aliased(aliased, outer);
        }
        if (relation instanceof Join join) {
            return join(join, outer);
        }
        if (relation instanceof QueryBody body) {
            return body(body, outer);
        }
        if (relation instanceof Lateral lateral) {
            return query(lateral.getQuery(), outer);
        }
        if (relation instanceof Unnest unnest) {
            return unnest(unnest, outer);
        }
        findings.add(
                relation,
                "uses %s, which a KPI may not; use views, subqueries, joins, UNNEST and VALUES."
                        .formatted(relation.getClass().getSimpleName()));
        return Scope.unknown(outer);
    }

    private Scope body(QueryBody body, Scope outer) {
        if (body instanceof QuerySpecification select) {
            return selects.select(select, outer);
        }
        if (body instanceof SetOperation operation) {
            return operation(operation, outer);
        }
        if (body instanceof TableSubquery subquery) {
            return query(subquery.getQuery(), outer);
        }
        if (body instanceof Values values) {
            return values(values, outer);
        }
        return table((Table) body, outer);
    }

    private void name(With with, Scope outer) {
        if (with.isRecursive()) {
            findings.add(with, "uses WITH RECURSIVE, which a KPI may not.");
        }
        for (WithQuery part : with.getQueries()) {
            String name = Scope.key(part.getName().getValue());
            if (name.equals(NightTable.NAME)) {
                findings.add(
                        part,
                        "gives the name night to a query, but night is the table that tells the snapshot's day; choose another name.");
            }
            Scope result = query(part.getQuery(), outer);
            Map<String, Scope> more = new HashMap<>(named);
            more.put(name, renamed(result, part.getColumnNames().orElse(List.of())).as(name));
            named = more;
        }
    }

    private Scope table(Table table, Scope outer) {
        List<String> parts = table.getName().getParts();
        String name = parts.get(parts.size() - 1);
        if (table.getQueryPeriod().isPresent()) {
            findings.add(
                    table, "reads an earlier version of %s, but views have none.".formatted(name));
        }
        if (parts.size() > 1) {
            findings.add(
                    table,
                    "reads %s, but a KPI reads the views of its source only; write the view's name alone."
                            .formatted(table.getName()));
            return Scope.unknown(outer);
        }
        if (named.containsKey(name)) {
            return named.get(name).within(outer);
        }
        if (name.equals(NightTable.NAME)) {
            return Scope.of(NightTable.fields(name), outer);
        }
        return views.fields(name, name)
                .map(fields -> Scope.of(fields, outer))
                .orElseGet(
                        () -> {
                            findings.add(
                                    table,
                                    "reads table %s, which is no published view of its source; %s"
                                            .formatted(name, Advice.of(name, views.names())));
                            return Scope.unknown(outer);
                        });
    }

    private Scope aliased(AliasedRelation aliased, Scope outer) {
        Scope relation = relation(aliased.getRelation(), outer);
        List<Identifier> names = Optional.ofNullable(aliased.getColumnNames()).orElse(List.of());
        return renamed(relation, names).as(Scope.key(aliased.getAlias().getValue()));
    }

    private Scope join(Join join, Scope outer) {
        Scope left = relation(join.getLeft(), outer);
        boolean seesLeft = join.getRight() instanceof Lateral || isUnnest(join.getRight());
        Scope right = relation(join.getRight(), seesLeft ? left : outer).within(outer);
        Scope both = left.and(right);
        join.getCriteria()
                .ifPresent(
                        criteria -> {
                            if (criteria instanceof JoinOn on) {
                                expressions.check(on.getExpression(), both);
                            } else if (criteria instanceof NaturalJoin) {
                                findings.add(
                                        join,
                                        "uses NATURAL JOIN, which changes its meaning with each new column; use ON.");
                            }
                        });
        return join.getCriteria()
                .filter(JoinUsing.class::isInstance)
                .map(criteria -> using((JoinUsing) criteria, left, right))
                .orElse(both);
    }

    private static boolean isUnnest(Relation relation) {
        return relation instanceof Unnest
                || (relation instanceof AliasedRelation aliased
                        && (aliased.getRelation() instanceof Unnest
                                || aliased.getRelation() instanceof Lateral));
    }

    /** The columns of both sides become one, without a name in front. */
    private Scope using(JoinUsing criteria, Scope left, Scope right) {
        List<Scope.Field> fields = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (Identifier column : criteria.getColumns()) {
            expressions.check(column, left.within(null));
            expressions.check(column, right.within(null));
            String name = Scope.key(column.getValue());
            shared.add(name);
            left.here(name).stream().findFirst().map(field -> field.in("")).ifPresent(fields::add);
        }
        Scope both = left.and(right);
        both.fields().stream().filter(field -> !shared.contains(field.name())).forEach(fields::add);
        return new Scope(fields, both.isOpen(), left.outer());
    }

    private Scope operation(SetOperation operation, Scope outer) {
        List<Scope> parts =
                operation.getRelations().stream().map(part -> relation(part, outer)).toList();
        boolean isKnown =
                operation instanceof Union
                        || operation instanceof Except
                        || operation instanceof Intersect;
        return isKnown ? parts.get(0).as("") : Scope.unknown(outer);
    }

    private Scope unnest(Unnest unnest, Scope outer) {
        unnest.getExpressions().forEach(expression -> expressions.check(expression, outer));
        List<Scope.Field> fields = new ArrayList<>();
        unnest.getExpressions().forEach(expression -> fields.add(unnamed()));
        if (unnest.isWithOrdinality()) {
            fields.add(unnamed());
        }
        return Scope.of(fields, outer);
    }

    private Scope values(Values values, Scope outer) {
        values.getRows().forEach(row -> expressions.check(row, outer));
        Expression first = values.getRows().get(0);
        List<Expression> cells = first instanceof Row row ? row.getItems() : List.of(first);
        return Scope.of(
                cells.stream()
                        .map(cell -> new Scope.Field("", "", Inference.of(cell, outer), ""))
                        .toList(),
                outer);
    }

    /** A map's UNNEST has two columns more names than we know of. */
    private static Scope renamed(Scope scope, List<Identifier> names) {
        if (names.isEmpty()) {
            return scope;
        }
        List<Scope.Field> fields = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            Scope.Field field =
                    index < scope.fields().size() ? scope.fields().get(index) : unnamed();
            fields.add(field.named(Scope.key(names.get(index).getValue())));
        }
        return new Scope(fields, scope.isOpen(), scope.outer());
    }

    private static Scope.Field unnamed() {
        return new Scope.Field("", "", Kind.UNKNOWN, "");
    }
}
