namespace ArabicNews.Lucene;

/// <summary>What a part of a query, or several put together, becomes. One that has nothing to find (a stop word) asks for nothing: put together with another, it is the other.</summary>
internal interface IQueryOperand<T> where T : struct, IQueryOperand<T>
{
    T Negate();

    T And(T other);

    T Or(T other);
}

/// <summary>Puts the parts of a <see cref="NewsQuery"/> together: not before and before or, brackets before all. Two stacks, no recursion; the reader has left a well-formed list.</summary>
internal static class QueryFold
{
    /// <summary>The whole of a query; null where it has no part.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="operandOf">What a part becomes, and whether a "not" stands right before it.</param>
    public static T? Fold<T>(IEnumerable<QueryPart> parts, Func<QueryPart, bool, T> operandOf) where T : struct, IQueryOperand<T>
    {
        var operands = new Stack<T>();
        var operators = new Stack<QueryPartKind>();
        bool joined = true;
        foreach (QueryPart part in parts)
        {
            switch (part.Kind)
            {
                case QueryPartKind.Ignored:
                    continue;
                case QueryPartKind.And or QueryPartKind.Or:
                    Push(part.Kind, operands, operators);
                    joined = true;
                    continue;
                case QueryPartKind.Close:
                    while (operators.Peek() != QueryPartKind.Open) Apply(operands, operators.Pop());
                    operators.Pop();
                    ApplyNots(operands, operators);
                    joined = false;
                    continue;
            }

            // Two operands side by side: both must hold.
            if (!joined) Push(QueryPartKind.And, operands, operators);
            joined = part.Kind is QueryPartKind.Open or QueryPartKind.Not;
            if (joined)
            {
                operators.Push(part.Kind);
                continue;
            }

            operands.Push(operandOf(part, operators.TryPeek(out QueryPartKind top) && top == QueryPartKind.Not));
            ApplyNots(operands, operators);
        }

        while (operators.TryPop(out QueryPartKind left)) Apply(operands, left);
        return operands.TryPop(out T all) ? all : null;
    }

    private static void Push<T>(QueryPartKind kind, Stack<T> operands, Stack<QueryPartKind> operators) where T : struct, IQueryOperand<T>
    {
        while (operators.TryPeek(out QueryPartKind top) && top is QueryPartKind.And or QueryPartKind.Or && top <= kind) Apply(operands, operators.Pop());
        operators.Push(kind);
    }

    private static void ApplyNots<T>(Stack<T> operands, Stack<QueryPartKind> operators) where T : struct, IQueryOperand<T>
    {
        while (operators.TryPeek(out QueryPartKind top) && top == QueryPartKind.Not)
        {
            operators.Pop();
            operands.Push(operands.Pop().Negate());
        }
    }

    private static void Apply<T>(Stack<T> operands, QueryPartKind kind) where T : struct, IQueryOperand<T>
    {
        T right = operands.Pop(), left = operands.Pop();
        operands.Push(kind == QueryPartKind.And ? left.And(right) : left.Or(right));
    }
}
