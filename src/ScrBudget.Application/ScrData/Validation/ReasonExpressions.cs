using System.Linq.Expressions;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.ScrData.Validation;

/// <summary>Puts the worklist's rule into a condition, so that the database applies the same rule.</summary>
internal static class ReasonExpressions
{
    public static Expression<Func<ScrRecord, bool>> Is(
        this Expression<Func<ScrRecord, WorklistReason>> reason,
        Expression<Func<WorklistReason, bool>> condition
    ) =>
        Expression.Lambda<Func<ScrRecord, bool>>(
            new Replacement(condition.Parameters[0], reason.Body).Visit(condition.Body)!,
            reason.Parameters
        );

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
