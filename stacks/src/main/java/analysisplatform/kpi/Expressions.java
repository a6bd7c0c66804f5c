package analysisplatform.kpi;

import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CurrentTime;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.LambdaArgumentDeclaration;
import io.trino.sql.tree.LambdaExpression;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.SubqueryExpression;
import io.trino.sql.tree.WindowReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether every name in an expression is a column that may be read. */
final class Expressions {

    /** Each execution would give another answer for the same snapshot. */
    private static final Set<String> CHANGING = Set.of("now", "rand", "random", "uuid", "shuffle");

    private static final String INSTEAD_OF_THE_CLOCK =
            "so the same snapshot would not always give the same value; use night.day or night.snapshot_time.";

    private final PublishedViews views;
    private final Findings findings;
    private final Relations relations;

    Expressions(PublishedViews views, Findings findings, Relations relations) {
        this.views = views;
        this.findings = findings;
        this.relations = relations;
    }

    void check(Node node, Scope scope) {
        if (node instanceof Identifier name) {
            column(name, scope);
        } else if (node instanceof DereferenceExpression qualified) {
            qualified(qualified, scope);
        } else if (node instanceof SubqueryExpression subquery) {
            relations.query(subquery.getQuery(), scope);
        } else if (node instanceof LambdaExpression lambda) {
            check(lambda.getBody(), withArguments(lambda, scope));
        } else if (node instanceof Cast cast) {
            check(cast.getExpression(), scope);
        } else if (node instanceof Parameter) {
            findings.add(node, "has a ?, but nobody would fill it in; write the value out.");
        } else if (!(node instanceof DataType) && !(node instanceof WindowReference)) {
            steadiness(node);
            node.getChildren().forEach(child -> check(child, scope));
        }
    }

    private void steadiness(Node node) {
        if (node instanceof CurrentTime) {
            findings.add(node, "reads the clock, " + INSTEAD_OF_THE_CLOCK);
        } else if (node instanceof FunctionCall call
                && CHANGING.contains(call.getName().getSuffix())) {
            findings.add(
                    node,
                    "calls %s, %s".formatted(call.getName().getSuffix(), INSTEAD_OF_THE_CLOCK));
        }
    }

    private static Scope withArguments(LambdaExpression lambda, Scope scope) {
        List<Scope.Field> arguments =
                lambda.getArguments().stream()
                        .map(LambdaArgumentDeclaration::getName)
                        .map(
                                name ->
                                        new Scope.Field(
                                                "", Scope.key(name.getValue()), Kind.UNKNOWN, ""))
                        .toList();
        return Scope.of(arguments, scope);
    }

    private void column(Identifier identifier, Scope scope) {
        String name = Scope.key(identifier.getValue());
        Optional<Scope> found = scope.withColumn(name);
        if (found.isEmpty()) {
            unknownColumn(identifier, name, scope);
        } else if (found.get().here(name).size() > 1) {
            findings.add(
                    identifier,
                    "reads column %s, which several of the joined views have; write the view's name or alias and a point in front."
                            .formatted(name));
        }
    }

    private void unknownColumn(Node node, String name, Scope scope) {
        Optional<String> withholding =
                scope.views().stream().filter(view -> views.isWithheld(view, name)).findFirst();
        if (withholding.isPresent()) {
            findings.add(node, withheld(withholding.get(), name));
        } else if (!scope.forgives()) {
            findings.add(
                    node,
                    "reads column %s, which is no published column here; %s"
                            .formatted(name, Advice.of(name, scope.names())));
        }
    }

    /** The parts of {@code a.b.c} from the left; only the first two can name a column. */
    private void qualified(DereferenceExpression expression, Scope scope) {
        QualifiedName name = DereferenceExpression.getQualifiedName(expression);
        if (name == null) {
            check(expression.getBase(), scope);
            return;
        }
        List<String> parts = name.getParts();
        String relation = parts.get(0);
        Optional<Scope> found = scope.withRelation(relation);
        if (found.isPresent()) {
            member(expression, found.get(), relation, parts.get(1));
        } else if (scope.withColumn(relation).isEmpty() && !scope.forgives()) {
            findings.add(
                    expression,
                    "reads %s, but there is no view or alias %s in its FROM; name columns as column or view.column."
                            .formatted(name, relation));
        }
    }

    private void member(Node node, Scope scope, String relation, String column) {
        List<Scope.Field> fields = scope.of(relation);
        if (fields.stream().anyMatch(field -> field.name().equals(column))) {
            return;
        }
        String view = fields.get(0).view();
        findings.add(
                node,
                views.isWithheld(view, column)
                        ? withheld(view, column)
                        : "reads column %s.%s, which is no published column; %s"
                                .formatted(
                                        relation,
                                        column,
                                        Advice.of(column, Scope.of(fields, null).names())));
    }

    private static String withheld(String view, String column) {
        return "reads column %s.%s, which the masking policy withholds.".formatted(view, column);
    }
}
