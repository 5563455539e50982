namespace Vaka.XForms.XPath;

/// <summary>
/// The six comparisons. Node-sets compare if any node does; dates, and strings that look like dates, compare as days against numbers and dates
/// and wherever order is asked. Only equality against a boolean makes a node-set one boolean; order takes its nodes one by one, as clients do.
/// </summary>
internal readonly struct Comparison(Evaluation evaluation, BinaryOperator comparison)
{
    public bool Holds(in XPathValue left, in XPathValue right)
    {
        if (comparison is not (BinaryOperator.Equal or BinaryOperator.NotEqual)) return AnyNumbers(left, right);
        var (one, other) = (left.Kind, right.Kind);
        if (one == XPathValueKind.Boolean || other == XPathValueKind.Boolean) return IsEqual == (left.AsBoolean() == right.AsBoolean());
        return IsNumeric(one) || IsNumeric(other) ? AnyNumbers(left, right) : AnyTexts(left, right);
    }

    private bool IsEqual => comparison == BinaryOperator.Equal;

    private static bool IsNumeric(XPathValueKind kind) => kind is XPathValueKind.Number or XPathValueKind.Date;

    private bool AnyNumbers(in XPathValue left, in XPathValue right)
    {
        var others = Numbers(right);
        foreach (var one in Numbers(left))
            foreach (var other in others)
            {
                evaluation.Count();
                if (Holds(one, other)) return true;
            }
        return false;
    }

    private bool AnyTexts(in XPathValue left, in XPathValue right)
    {
        var others = Texts(right);
        foreach (var one in Texts(left))
            foreach (var other in others)
            {
                evaluation.Count();
                if (IsEqual == string.Equals(one, other, StringComparison.Ordinal)) return true;
            }
        return false;
    }

    private double[] Numbers(in XPathValue value)
    {
        var zone = evaluation.Zone;
        return value.Kind == XPathValueKind.Nodes ? [.. value.Nodes.Select(node => NumberText.Parse(XPathValue.TextOf(node), zone))] : [value.AsNumber(zone)];
    }

    private string[] Texts(in XPathValue value) =>
        value.Kind == XPathValueKind.Nodes ? [.. value.Nodes.Select(XPathValue.TextOf)] : [value.AsText(evaluation.Zone)];

    private bool Holds(double one, double other) => comparison switch
    {
        BinaryOperator.Equal => one == other,
        BinaryOperator.NotEqual => one != other,
        BinaryOperator.Less => one < other,
        BinaryOperator.LessOrEqual => one <= other,
        BinaryOperator.Greater => one > other,
        _ => one >= other,
    };
}
