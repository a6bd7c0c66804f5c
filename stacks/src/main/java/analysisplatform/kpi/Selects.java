package analysisplatform.kpi;

import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SelectItem;
import io.trino.sql.tree.SingleColumn;
import java.util.ArrayList;
import java.util.List;

/** One SELECT: what it reads, and the columns of its answer. */
final class Selects {

    private final Findings findings;
    private final Expressions expressions;
    private final Relations relations;

    Selects(Findings findings, Expressions expressions, Relations relations) {
        this.findings = findings;
        this.expressions = expressions;
        this.relations = relations;
    }

    Scope select(QuerySpecification select, Scope outer) {
        Scope from =
                select.getFrom()
                        .map(relation -> relations.relation(relation, outer).within(outer))
                        .orElseGet(() -> Scope.of(List.of(), outer));
        List<Scope.Field> result = new ArrayList<>();
        for (SelectItem item : select.getSelect().getSelectItems()) {
            if (item instanceof AllColumns all) {
                result.addAll(all(all, from));
            } else if (item instanceof SingleColumn column) {
                expressions.check(column.getExpression(), from);
                result.add(field(column, from));
            }
        }
        select.getWhere().ifPresent(condition -> expressions.check(condition, from));
        select.getGroupBy()
                .ifPresent(
                        group ->
                                group.getGroupingElements().stream()
                                        .flatMap(element -> element.getExpressions().stream())
                                        .forEach(
                                                expression -> expressions.check(expression, from)));
        select.getHaving().ifPresent(condition -> expressions.check(condition, from));
        select.getWindows().forEach(window -> expressions.check(window.getWindow(), from));
        Scope answer = new Scope(result, from.isOpen(), from);
        select.getOrderBy()
                .ifPresent(
                        order ->
                                order.getSortItems()
                                        .forEach(item -> expressions.check(item, answer)));
        return answer.within(outer);
    }

    private List<Scope.Field> all(AllColumns all, Scope from) {
        if (all.getTarget().isEmpty()) {
            return from.fields().stream().map(field -> field.in("")).toList();
        }
        String relation = Scope.key(all.getTarget().get().toString()).replace("\"", "");
        List<Scope.Field> fields = from.of(relation);
        if (fields.isEmpty() && !from.forgives()) {
            findings.add(
                    all,
                    "reads %s.*, but there is no view or alias %s in its FROM."
                            .formatted(relation, relation));
        }
        return fields.stream().map(field -> field.in("")).toList();
    }

    private static Scope.Field field(SingleColumn column, Scope from) {
        Expression expression = column.getExpression();
        String name = column.getAlias().map(Identifier::getValue).orElseGet(() -> name(expression));
        return new Scope.Field("", Scope.key(name), Inference.of(expression, from), "");
    }

    /** Only plain columns lend their name to the result. */
    private static String name(Expression expression) {
        if (expression instanceof Identifier identifier) {
            return identifier.getValue();
        }
        if (expression instanceof DereferenceExpression qualified) {
            return qualified.getField().map(Identifier::getValue).orElse("");
        }
        return "";
    }
}
