package analysisplatform.kpi;

import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.ComparisonExpression;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GenericLiteral;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IfExpression;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.NotExpression;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.TryExpression;
import io.trino.sql.tree.WhenClause;
import java.util.List;
import java.util.Set;

/**
 * The kind of an expression, as far as it follows from the published types. What does not follow is
 * {@link Kind#UNKNOWN}, never a guess: the engine decides at night.
 */
final class Inference {

    private static final Set<String> NUMBERS =
            Set.of(
                    "count",
                    "count_if",
                    "approx_distinct",
                    "avg",
                    "stddev",
                    "stddev_pop",
                    "stddev_samp",
                    "variance",
                    "length",
                    "date_diff",
                    "year",
                    "month",
                    "day",
                    "hour",
                    "cardinality",
                    "to_unixtime",
                    "power",
                    "sqrt",
                    "ln",
                    "rank",
                    "row_number",
                    "dense_rank");

    private static final Set<String> TEXTS =
            Set.of(
                    "lower",
                    "upper",
                    "trim",
                    "concat",
                    "substr",
                    "substring",
                    "replace",
                    "date_format",
                    "format",
                    "split_part",
                    "regexp_extract",
                    "array_join");

    /** Of the kind of their first argument. */
    private static final Set<String> SAME_AS_FIRST =
            Set.of(
                    "sum",
                    "min",
                    "max",
                    "arbitrary",
                    "any_value",
                    "abs",
                    "round",
                    "floor",
                    "ceil",
                    "ceiling",
                    "approx_percentile",
                    "greatest",
                    "least",
                    "lag",
                    "lead",
                    "first_value",
                    "last_value",
                    "max_by",
                    "min_by");

    private final Scope scope;

    private Inference(Scope scope) {
        this.scope = scope;
    }

    static Kind of(Expression expression, Scope scope) {
        return new Inference(scope).kind(expression);
    }

    private Kind kind(Expression expression) {
        if (expression instanceof Identifier name) {
            return column(name);
        }
        if (expression instanceof DereferenceExpression qualified) {
            return qualified(qualified);
        }
        if (expression instanceof Cast cast) {
            return Kind.ofType(cast.getType().toString());
        }
        if (expression instanceof FunctionCall call) {
            return call(call);
        }
        if (expression instanceof ArithmeticBinaryExpression arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expression instanceof ArithmeticUnaryExpression unary) {
            return kind(unary.getValue());
        }
        if (expression instanceof TryExpression attempt) {
            return kind(attempt.getInnerExpression());
        }
        return literalOr(expression);
    }

    private Kind literalOr(Expression expression) {
        if (expression instanceof LongLiteral
                || expression instanceof DecimalLiteral
                || expression instanceof DoubleLiteral
                || expression instanceof Extract) {
            return Kind.NUMBER;
        }
        if (expression instanceof StringLiteral) {
            return Kind.TEXT;
        }
        if (expression instanceof BooleanLiteral
                || expression instanceof ComparisonExpression
                || expression instanceof LogicalExpression
                || expression instanceof NotExpression) {
            return Kind.BOOLEAN;
        }
        if (expression instanceof GenericLiteral literal) {
            return Kind.ofType(literal.getType());
        }
        return branches(expression);
    }

    private Kind branches(Expression expression) {
        if (expression instanceof CoalesceExpression coalesce) {
            return firstKnown(coalesce.getOperands());
        }
        if (expression instanceof NullIfExpression nullIf) {
            return kind(nullIf.getFirst());
        }
        if (expression instanceof IfExpression either) {
            return kind(either.getTrueValue());
        }
        if (expression instanceof SearchedCaseExpression searched) {
            return firstKnown(results(searched.getWhenClauses()));
        }
        if (expression instanceof SimpleCaseExpression simple) {
            return firstKnown(results(simple.getWhenClauses()));
        }
        return Kind.UNKNOWN;
    }

    private Kind call(FunctionCall call) {
        String name = call.getName().getSuffix();
        if (NUMBERS.contains(name)) {
            return Kind.NUMBER;
        }
        if (TEXTS.contains(name)) {
            return Kind.TEXT;
        }
        if (SAME_AS_FIRST.contains(name) && !call.getArguments().isEmpty()) {
            return kind(call.getArguments().get(0));
        }
        return switch (name) {
            case "date" -> Kind.DATE;
            case "date_trunc", "date_add" ->
                    kind(call.getArguments().get(call.getArguments().size() - 1));
            default -> Kind.UNKNOWN;
        };
    }

    /** A date minus an interval is a date. */
    private Kind arithmetic(ArithmeticBinaryExpression arithmetic) {
        Kind left = kind(arithmetic.getLeft());
        Kind right = kind(arithmetic.getRight());
        return left == right || right == Kind.UNKNOWN ? left : Kind.UNKNOWN;
    }

    private Kind firstKnown(List<Expression> expressions) {
        return expressions.stream()
                .map(this::kind)
                .filter(kind -> kind != Kind.UNKNOWN)
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    private static List<Expression> results(List<WhenClause> clauses) {
        return clauses.stream().map(WhenClause::getResult).toList();
    }

    private Kind column(Identifier identifier) {
        String name = Scope.key(identifier.getValue());
        return scope.withColumn(name)
                .map(found -> found.here(name).get(0).kind())
                .orElse(Kind.UNKNOWN);
    }

    private Kind qualified(DereferenceExpression expression) {
        QualifiedName name = DereferenceExpression.getQualifiedName(expression);
        if (name == null || name.getParts().size() != 2) {
            return Kind.UNKNOWN;
        }
        return scope.withRelation(name.getParts().get(0))
                .flatMap(
                        found ->
                                found.of(name.getParts().get(0)).stream()
                                        .filter(field -> field.name().equals(name.getSuffix()))
                                        .findFirst())
                .map(Scope.Field::kind)
                .orElse(Kind.UNKNOWN);
    }
}
